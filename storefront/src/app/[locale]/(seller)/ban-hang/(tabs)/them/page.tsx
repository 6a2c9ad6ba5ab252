import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { LogOutForm } from "@/components/door/log-out-form";
import { LanguageLink } from "@/components/door/language-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { CashChoice } from "@/components/seller/cash-choice";
import { ShopInfo } from "@/components/seller/shop-info";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

const questions = ["helpReview", "helpMoney", "helpPhoto"] as const;

export default async function MorePage() {
  await requireToken(sellerDoor, "/ban-hang/them");
  const [t, dossiers] = await Promise.all([getTranslations("seller.more"), getTranslations("dossier.list")]);
  return (
    <>
      <h1>{t("title")}</h1>
      <Card className="flex flex-col">
        <Link href="/ban-hang/ho-so" className="inline-flex min-h-12 items-center gap-2 font-semibold text-link" data-testid="to-dossiers">
          <Icon name="document" className="size-5" />
          {dossiers("more")}
        </Link>
        <p className="text-sm text-ink-soft">{dossiers("moreText")}</p>
      </Card>
      <Suspense fallback={<CardSkeletons height="h-40" />}>
        <ShopInfo />
        <CashChoice />
      </Suspense>
      <ButtonLink href="/ban-hang/them/giay-chung-nhan" variant="secondary" size="large" wide data-testid="certificates-link">
        <Icon name="document" className="size-5" />
        {t("certificates")}
      </ButtonLink>
      <ButtonLink href="/ban-hang/them/giao-hang" variant="secondary" size="large" wide data-testid="shipping-link">
        {t("shipping")}
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
