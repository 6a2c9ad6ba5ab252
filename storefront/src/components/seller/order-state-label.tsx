import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Order, OrderState } from "@/lib/seller/schemas";

type Look = { icon: IconName; look: string };

const looks: Record<OrderState, Look> = {
  paid: { icon: "money", look: "bg-tea-100 text-tea-700" },
  to_confirm: { icon: "question", look: "bg-honey-100 text-ink" },
  to_ship: { icon: "money", look: "bg-tea-100 text-tea-700" },
  pending_payment: { icon: "clock", look: "bg-honey-100 text-ink" },
  shipped: { icon: "truck", look: "bg-indigo-100 text-indigo-800" },
  delivered: { icon: "check", look: "bg-indigo-100 text-indigo-800" },
  canceled: { icon: "cross", look: "bg-brick-100 text-brick-600" },
  expired: { icon: "cross", look: "bg-brick-100 text-brick-600" },
};

/** VNPay may have the money: neither paid nor to be paid. */
const checked: Look = { icon: "clock", look: "bg-indigo-100 text-indigo-800" };

/** The state of an order, in words big enough to read in the sun. */
export function OrderStateLabel({ order: { state, payment } }: { order: Pick<Order, "state" | "payment"> }) {
  const t = useTranslations("seller.orderState");
  const { icon, look } = payment.checking ? checked : looks[state];
  return (
    <p className={`inline-flex items-center gap-2 self-start rounded px-3 py-1.5 text-lg font-semibold ${look}`}>
      <Icon name={icon} className="size-5" />
      {t(payment.checking ? "checking" : state === "expired" && payment.rail === "cod" ? "unconfirmed" : state)}
    </p>
  );
}
