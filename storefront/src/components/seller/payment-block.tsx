import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";
import { moneyBack } from "@/lib/shop/order-progress";
import { PaymentChecking } from "./payment-checking";

/** How the money comes, and whether it has come. */
export function PaymentBlock({ order }: { order: Pick<Order, "payment" | "refunds"> }) {
  const t = useTranslations("seller.order");
  const locale = useLocale();
  const { payment } = order;
  const missingVnd = payment.amount_vnd - payment.amount_received_vnd;
  const pending = payment.state === "pending";
  // A cash order: as much as it asks for will pay it in a moment; less changes nothing at the door.
  const unclearKey = !pending || payment.rail !== "cod" ? "unclearMoney" : payment.unclear_pays ? "unclearPaysCash" : "unclearLessThanCash";
  return (
    <Card className="flex flex-col gap-1">
      <h2>{t("payment")}</h2>
      {payment.checking ? null : (
        <p className="font-semibold">
          {payment.state === "paid" && payment.paid_at
            ? t("paidAt", { time: formatDateTime(payment.paid_at, locale) })
            : t(payment.state === "refunded" && moneyBack(order) === "underWay" ? "refunding" : `paymentState.${payment.state}`)}
        </p>
      )}
      <p>{t(`rail.${payment.rail}`)}</p>
      {payment.checking ? <PaymentChecking payment={payment} /> : null}
      {pending && payment.amount_received_vnd > 0 && missingVnd > 0 ? (
        <p>
          {t("partly", {
            received: formatVnd(payment.amount_received_vnd, locale),
            missing: formatVnd(missingVnd, locale),
          })}
        </p>
      ) : null}
      {payment.unclear_vnd > 0 ? <p data-testid="unclear-money">{t(unclearKey, { amount: formatVnd(payment.unclear_vnd, locale) })}</p> : null}
      {pending && payment.expires_at && !payment.confirmed_at && !payment.checking ? (
        <p>{t(payment.rail === "cod" ? "confirmBefore" : "payBefore", { time: formatDateTime(payment.expires_at, locale) })}</p>
      ) : null}
    </Card>
  );
}
