import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { Order } from "@/lib/seller/schemas";
import { OrderStateLabel } from "./order-state-label";

/** One order in the list: its state, what and how much, for whom. The whole card opens it. */
export function OrderCard({ order }: { order: Order }) {
  const t = useTranslations("seller.orders");
  const locale = useLocale();
  const { checking } = order.payment;
  return (
    <Link
      href={`/ban-hang/don/${order.id}`}
      data-testid={`order-${order.id}`}
      data-state={order.state}
      className="flex flex-col gap-2 rounded border border-line bg-card p-4"
    >
      <OrderStateLabel order={order} />
      {checking ? <p data-testid="checking">{checking.decide_by ? t("checkingUntil", { time: formatDateTime(checking.decide_by, locale) }) : t("checking")}</p> : null}
      <ul>
        {order.items.map((item, index) => (
          <li key={index}>
            {item.quantity} × {item.title}
          </li>
        ))}
      </ul>
      <p className="text-xl font-bold">{formatVnd(order.total_vnd, locale)}</p>
      <p className="text-sm text-ink-soft">
        {[t("number", { id: order.display_id }), order.buyer.name, formatDateTime(order.placed_at, locale)]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </Link>
  );
}
