import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { CertificateList } from "@/components/seller/certificate-list";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { sellerDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { requireToken } from "@/lib/door/session";

type Props = { searchParams: Promise<PageQuery> };

export default async function CertificatesPage({ searchParams }: Props) {
  const { sent, scan } = await searchParams;
  await requireToken(sellerDoor, "/ban-hang/them/giay-chung-nhan");
  const t = await getTranslations("seller.certificates");
  return (
    <>
      <BackLink href="/ban-hang/them">{t("backMore")}</BackLink>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("intro")}</p>
      <ButtonLink href="/ban-hang/them/giay-chung-nhan/moi" size="large" wide data-testid="new-certificate">
        <Icon name="plus" className="size-5" />
        {t("new")}
      </ButtonLink>
      <Suspense fallback={<CardSkeletons height="h-36" />}>
        <CertificateList sentId={typeof sent === "string" ? sent : undefined} scanFailed={scan === "failed"} />
      </Suspense>
    </>
  );
}
