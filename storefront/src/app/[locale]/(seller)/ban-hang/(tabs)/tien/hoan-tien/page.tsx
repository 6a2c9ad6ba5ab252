import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { MoneyBackList } from "@/components/seller/money-back-list";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function MoneyBackPage() {
  await requireToken(sellerDoor, "/ban-hang/tien/hoan-tien");
  const t = await getTranslations("seller.moneyBack");
  return (
    <>
      <BackLink href="/ban-hang/tien">{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("intro")}</p>
      <Suspense fallback={<CardSkeletons height="h-48" />}>
        <MoneyBackList />
      </Suspense>
    </>
  );
}
