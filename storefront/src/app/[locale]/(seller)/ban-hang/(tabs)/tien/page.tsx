import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { MoneyBackLink } from "@/components/seller/money-back-link";
import { MoneyOverview } from "@/components/seller/money-overview";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function MoneyPage() {
  await requireToken(sellerDoor, "/ban-hang/tien");
  const t = await getTranslations("seller.money");
  return (
    <>
      <h1>{t("title")}</h1>
      <ButtonLink href="/ban-hang/doi-soat" variant="secondary" size="large" wide data-testid="to-earnings">
        <Icon name="document" className="size-5" />
        {t("statement")}
      </ButtonLink>
      <Suspense fallback={null}>
        <MoneyBackLink />
      </Suspense>
      <Suspense fallback={<CardSkeletons height="h-32" />}>
        <MoneyOverview />
      </Suspense>
    </>
  );
}
