import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { BankConnection } from "@/components/seller/bank-connection";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function BankConnectionPage() {
  await requireToken(sellerDoor, "/ban-hang/tien/ngan-hang");
  const t = await getTranslations("seller.bankConnection");
  return (
    <>
      <BackLink href="/ban-hang/tien">{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("intro")}</p>
      <Suspense fallback={<CardSkeletons height="h-48" />}>
        <BankConnection />
      </Suspense>
    </>
  );
}
