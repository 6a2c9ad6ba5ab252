import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { LogOutForm } from "@/components/door/log-out-form";
import { LanguageLink } from "@/components/door/language-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { ShopInfo } from "@/components/seller/shop-info";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

const questions = ["helpReview", "helpMoney", "helpPhoto"] as const;

export default async function MorePage() {
  await requireToken(sellerDoor, "/ban-hang/them");
  const t = await getTranslations("seller.more");
  return (
    <>
      <h1>{t("title")}</h1>
      <Suspense fallback={<CardSkeletons height="h-40" />}>
        <ShopInfo />
      </Suspense>
      <ButtonLink href="/ban-hang/them/giay-chung-nhan" variant="secondary" size="large" wide data-testid="certificates-link">
        <Icon name="document" className="size-5" />
        {t("certificates")}
      </ButtonLink>
      <Card className="flex flex-col">
        <h2>{t("help")}</h2>
        {questions.map((question) => (
          <details key={question} className="border-t border-line first-of-type:border-0">
            <summary className="min-h-12 py-3 font-semibold">{t(question)}</summary>
            <p className="pb-3">{t(`${question}Text`)}</p>
          </details>
        ))}
      </Card>
      <LanguageLink path="/ban-hang/them" label={t("language")} />
      <LogOutForm door={sellerDoor} label={t("logout")} wide />
    </>
  );
}
