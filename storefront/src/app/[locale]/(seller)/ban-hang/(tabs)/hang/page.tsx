import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { ListingList } from "@/components/seller/listing-list";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { searchParams: Promise<PageQuery> };

export default async function ListingsPage({ searchParams }: Props) {
  const { sent } = await searchParams;
  await requireToken(sellerDoor, "/ban-hang/hang");
  const [t, desk] = await Promise.all([getTranslations("seller.listings"), getTranslations("desk.seller")]);
  return (
    <>
      <h1>{t("title")}</h1>
      <Link href="/ban-hang/so-ocop" className="-my-2 inline-flex min-h-12 items-center self-start text-link" data-testid="own-register">
        {desk("title")}
      </Link>
      <Suspense fallback={<CardSkeletons height="h-36" />}>
        <ListingList sentId={typeof sent === "string" ? sent : undefined} />
      </Suspense>
      <div className="sticky bottom-18 mt-auto sm:static">
        <ButtonLink href="/ban-hang/hang/moi" size="large" wide data-testid="new-listing">
          <Icon name="plus" className="size-5" />
          {t("new")}
        </ButtonLink>
      </div>
    </>
  );
}
