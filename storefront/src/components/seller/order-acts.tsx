import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { controlClass } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";
import { OrderActForm } from "./order-act-form";

const reasons = ["out_of_stock", "damaged", "cannot_deliver", "buyer_asked", "other"] as const;

/** Cash on delivery: say yes, then say what happened at the door. */
export function CashActs({ order }: { order: Order }) {
  const t = useTranslations("seller.acts");
  const locale = useLocale();
  if (order.payment.rail !== "cod" || order.payment.state !== "pending") return null;
  const sending = t("sending");
  if (order.state === "to_confirm") {
    return (
      <Card className="flex flex-col gap-3">
        <h2>{t("confirmTitle")}</h2>
        <p>{t("confirmText", { amount: formatVnd(order.payment.amount_vnd, locale) })}</p>
        <OrderActForm orderId={order.id} act="confirm" submit={t("confirm")} sending={sending} />
      </Card>
    );
  }
  if (order.state !== "shipped") return null;
  return (
    <Card className="flex flex-col gap-3">
      <h2>{t("doorTitle")}</h2>
      <OrderActForm orderId={order.id} act="cash-collected" submit={t("collected", { amount: formatVnd(order.payment.amount_vnd, locale) })} sending={sending} />
      <Fold title={t("refusedTitle")}>
        <div className="flex flex-col gap-3 pb-3">
          <p className="text-sm text-ink-soft">{t("refusedText")}</p>
          <OrderActForm orderId={order.id} act="refused-at-door" submit={t("refused")} sending={sending} quiet />
        </div>
      </Fold>
    </Card>
  );
}

/** Until it is shipped the shop can take lines out of an order, or call it off. */
export function CancelActs({ order }: { order: Order }) {
  const t = useTranslations("seller.acts");
  if (!order.can_cancel) return null;
  const { checking } = order.payment;
  // One payment of several orders can't be taken apart while VNPay has not decided about it.
  if (checking?.shared) return <p data-testid="cancel-waits" className="text-sm text-ink-soft">{t("cancelWaits")}</p>;
  const paid = order.payment.state === "paid";
  const items = order.items.filter((item) => item.canceled_quantity < item.quantity);
  const pieces = items.reduce((sum, item) => sum + item.quantity - item.canceled_quantity, 0);
  const why = (id: string) => (
    <>
      <Select id={`${id}-reason`} name="reason" label={t("reason")} options={reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
      <TextField id={`${id}-note`} name="note" label={t("note")} maxLength={300} />
    </>
  );
  return (
    <div className="flex flex-col gap-3">
      {pieces > 1 && !checking ? (
        <Fold title={t("partTitle")} data-testid="part-fold">
          <div className="flex flex-col gap-3 pb-3">
            <p className="text-sm text-ink-soft">{t(paid ? "partTextPaid" : "partText")}</p>
            <OrderActForm orderId={order.id} act="cancel-items" submit={t("part")} sending={t("sending")}>
              {items.map((item) => (
                <label key={item.id} className="flex items-center justify-between gap-3">
                  <span>{t("keep", { title: item.title, count: item.quantity - item.canceled_quantity })}</span>
                  <input
                    type="number"
                    name={`keep.${item.id}`}
                    min={0}
                    max={item.quantity - item.canceled_quantity}
                    defaultValue={item.quantity - item.canceled_quantity}
                    inputMode="numeric"
                    data-testid="keep"
                    className={`${controlClass} max-w-24 text-center`}
                  />
                </label>
              ))}
              {why("part")}
            </OrderActForm>
          </div>
        </Fold>
      ) : null}
      <Fold title={t("wholeTitle")} data-testid="whole-fold">
        <div className="flex flex-col gap-3 pb-3">
          <p className="text-sm text-ink-soft">{t(checking ? "wholeTextChecking" : paid ? "wholeTextPaid" : "wholeText")}</p>
          <OrderActForm orderId={order.id} act="cancel" submit={t("whole")} sending={t("sending")} quiet>
            {why("whole")}
          </OrderActForm>
        </div>
      </Fold>
    </div>
  );
}
