import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { ListingList } from "@/components/seller/listing-list";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function ListingsPage({ searchParams }: PageProps<"/[locale]/ban-hang/hang">) {
  const { sent } = await searchParams;
  await requireToken(sellerDoor, "/ban-hang/hang");
  const t = await getTranslations("seller.listings");
  return (
    <>
      <h1>{t("title")}</h1>
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
