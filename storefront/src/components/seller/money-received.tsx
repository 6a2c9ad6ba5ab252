import { getLocale, getTranslations } from "next-intl/server";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import { loadMoneyReceived } from "@/lib/seller/money-received";
import { MoneyReceivedForm } from "./money-received-form";

/** For shops whose bank does not tell the fair: the seller says that the money has come, and that it was said stays visible. */
export async function MoneyReceived({ orderId }: { orderId: string }) {
  const [t, locale, { may_say: maySay, missing_vnd: missingVnd, memo, said }] = await Promise.all([
    getTranslations("seller.moneyReceived"),
    getLocale(),
    loadMoneyReceived(orderId),
  ]);
  if (said) {
    const time = formatDateTime(said.said_at, locale);
    return (
      <Notice tone={said.confirmed_by_bank ? "good" : "info"} data-testid="said-by-hand">
        <p>{t("saidBy", { name: said.said_by ?? t("somebody"), time, amount: formatVnd(said.amount_vnd, locale) })}</p>
        <p>{t(said.confirmed_by_bank ? "confirmed" : "unconfirmed")}</p>
      </Notice>
    );
  }
  if (!maySay) return null;
  return (
    <Fold title={t("heading")} data-testid="money-received">
      <div className="flex flex-col gap-4 pt-1 pb-4">
        <p>{t("look", { amount: formatVnd(missingVnd, locale), memo: memo ?? "" })}</p>
        <MoneyReceivedForm orderId={orderId} />
      </div>
    </Fold>
  );
}
