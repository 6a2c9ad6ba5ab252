import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { formatVnd } from "@/lib/format/money";
import { receiveOrder } from "@/lib/shop/actions/order-life";
import { isClosed } from "@/lib/shop/order-again";
import { againHref } from "@/lib/shop/order-href";
import { groupRails } from "@/lib/shop/rails";
import { awaitsPayment, checkedOrders, paysAtDoor } from "@/lib/shop/order-progress";
import type { GroupOrder, OrderGroup } from "@/lib/types";
import { CancelOrderForm } from "./cancel-order-form";
import { ChangeRailForm } from "./change-rail-form";
import { OrderWordForm } from "./order-word-form";

const reasons = ["changed_mind", "ordered_wrong", "too_slow", "other"] as const;

/** What a buyer can still do about one order. */
export async function OrderActions({ group, order, orderKey }: { group: OrderGroup; order: GroupOrder; orderKey: string }) {
  if (isClosed(order) && !group.orders.every(isClosed)) return <OrderAgain group={group} order={order} orderKey={orderKey} />;
  if (order.can_receive) return <Received group={group} order={order} orderKey={orderKey} />;
  if (!order.can_cancel) return null;
  const [t, locale] = await Promise.all([getTranslations("shop.order"), getLocale()]);
  const { state, amount_received_vnd } = order.payment;
  const checked = checkedOrders(group);
  const isChecked = checked.includes(order);
  // One payment of several orders can't be taken apart while VNPay has not decided about it.
  if (isChecked && checked.length > 1) return <p data-testid="cancel-waits" className="text-sm text-ink-soft">{t("checking.cancelWaits", { count: checked.length })}</p>;
  const text = isChecked ? t("checking.cancel") : state === "paid" ? t("cancelTextPaid") : amount_received_vnd > 0 ? t("cancelTextPartly", { amount: formatVnd(amount_received_vnd, locale) }) : t("cancelText");
  return (
    <CancelOrderForm
      orderGroupId={group.id}
      orderKey={orderKey}
      orderId={order.id}
      reasons={reasons.map((reason) => ({ value: reason, label: t(`cancelReason.${reason}`) }))}
      words={{
        title: t("cancelTitle"),
        text,
        reason: t("cancelReasonLabel"),
        submit: t("cancelSubmit"),
        sending: t("cancelSending"),
        failed: t("actFailed"),
      }}
    />
  );
}

/** On the road: whoever has the goods says so. Only VNPay's money is the house's to pay out. */
async function Received({ group, order, orderKey }: { group: OrderGroup; order: GroupOrder; orderKey: string }) {
  const t = await getTranslations("shop.order");
  return (
    <OrderWordForm
      name="received"
      action={receiveOrder}
      orderGroupId={group.id}
      orderKey={orderKey}
      orderId={order.id}
      words={{ text: t(order.payment.rail === "vnpay" ? "receivedTextHeld" : "receivedText"), submit: t("receivedSubmit"), sending: t("receivedSending"), failed: t("actFailed") }}
    />
  );
}

/** While others of the checkout live on; when none does, the headline offers all of them. */
async function OrderAgain({ group, order, orderKey }: { group: OrderGroup; order: GroupOrder; orderKey: string }) {
  const t = await getTranslations("shop.order");
  return (
    <ButtonLink href={againHref(group.id, orderKey, order.id)} variant="secondary" wide data-testid="again-one">
      {t("orderAgainOne")}
    </ButtonLink>
  );
}

/** Other ways to pay for everything that is still due. */
export async function RailActions({ group, orderKey }: { group: OrderGroup; orderKey: string }) {
  if (checkedOrders(group).length > 0) return null;
  const open = group.orders.filter((order) => order.can_cancel && (awaitsPayment(order) || paysAtDoor(order)));
  if (open.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("shop.order"), getLocale()]);
  const rails = await groupRails(group.id, orderKey, locale);
  const choices = rails.filter(({ rail }) => open.some((order) => order.payment.rail !== rail));
  if (choices.length === 0) return null;
  return (
    <ChangeRailForm
      orderGroupId={group.id}
      orderKey={orderKey}
      choices={choices.map(({ rail, reason }) => ({ rail, label: t(`payBy.${rail}`), reason }))}
      words={{ title: t("otherRail"), text: t(open.some(awaitsPayment) ? "otherRailText" : "otherRailTextCash"), changing: t("otherRailSending"), failed: t("actFailed") }}
    />
  );
}
