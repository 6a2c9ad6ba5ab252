import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";
import { OrderActForm } from "./order-act-form";

/** The parcel was to be paid at the door when a transfer paid it: whether cash was taken as well, and that it was given back. */
export function CashToo({ order }: { order: Order }) {
  const t = useTranslations("seller.cashToo");
  const locale = useLocale();
  const { cash_too: cash, cash_may_be_taken: possible, amount_vnd: dueVnd } = order.payment;
  const amount = formatVnd(cash?.amount_vnd ?? dueVnd, locale);
  if (cash?.returned_at) return <p data-testid="cash-returned">{t("returned", { amount, time: formatDateTime(cash.returned_at, locale) })}</p>;
  const giveBack = <OrderActForm orderId={order.id} act="cash-returned" submit={t(cash ? "gaveBack" : "giveBack", { amount })} sending={t("sending")} />;
  if (cash) {
    return (
      <Card className="flex flex-col gap-3" data-testid="cash-held">
        <h2>{t("heldTitle", { amount })}</h2>
        {cash.missing_at ? (
          <Notice tone="warning">
            <p data-testid="cash-missing">{t("missing", { time: formatDateTime(cash.missing_at, locale) })}</p>
          </Notice>
        ) : null}
        <p>{t("heldText")}</p>
        {giveBack}
      </Card>
    );
  }
  if (!possible) return null;
  return (
    <Fold title={t("title")} data-testid="cash-too">
      <div className="flex flex-col gap-3 pb-3">
        <p className="text-sm text-ink-soft">{t("text", { amount })}</p>
        {giveBack}
        <OrderActForm orderId={order.id} act="cash-held" submit={t("hold")} sending={t("sending")} quiet />
      </div>
    </Fold>
  );
}
