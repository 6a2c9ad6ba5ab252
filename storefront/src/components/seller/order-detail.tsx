import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import { loadOrder } from "@/lib/seller/load";
import { BuyerBlock } from "./buyer-block";
import { MoneyReceived } from "./money-received";
import { CashToo } from "./cash-too";
import { CancelActs, CashActs } from "./order-acts";
import { OrderOutcome } from "./order-outcome";
import { OrderStateLabel } from "./order-state-label";
import { PaymentBlock } from "./payment-block";
import { ShipForm } from "./ship-form";

export async function OrderDetail({ id }: { id: string }) {
  const [t, locale, order] = await Promise.all([
    getTranslations("seller.order"),
    getLocale(),
    loadOrder(id, `/ban-hang/don/${id}`),
  ]);
  const { shipment } = order;
  return (
    <article data-testid={`order-${order.id}`} data-state={order.state} className="flex flex-col gap-4">
      <header className="flex flex-col gap-2">
        <h1>{t("title", { id: order.display_id })}</h1>
        <OrderStateLabel order={order} />
        <p className="text-sm text-ink-soft">{t("placedAt", { time: formatDateTime(order.placed_at, locale) })}</p>
      </header>

      <BuyerBlock buyer={order.buyer} orderedBy={order.ordered_by} />

      <Card className="flex flex-col gap-2">
        <h2>{t("items")}</h2>
        <ul className="flex flex-col gap-2">
          {order.items.map((item, index) => (
            <li key={index} className="flex justify-between gap-3">
              <span>
                {item.title}
                <span className="block text-sm text-ink-soft">
                  {t("quantity", { count: item.quantity, price: formatVnd(item.unit_price_vnd, locale) })}
                </span>
                {item.canceled_quantity > 0 ? <span className="block text-sm text-brick-600">{t("itemCanceled", { count: item.canceled_quantity })}</span> : null}
              </span>
              <span className="whitespace-nowrap">{formatVnd(item.total_vnd, locale)}</span>
            </li>
          ))}
        </ul>
        {order.shipping_vnd != null ? (
          <p className="flex justify-between gap-3">
            <span>{t("shipping")}</span>
            <span className="whitespace-nowrap">{formatVnd(order.shipping_vnd, locale)}</span>
          </p>
        ) : null}
        {order.canceled_vnd > 0 ? (
          <p className="flex justify-between gap-3 text-brick-600">
            <span>{t("canceledItems")}</span>
            <span className="whitespace-nowrap">−{formatVnd(order.canceled_vnd, locale)}</span>
          </p>
        ) : null}
        <p className="flex justify-between gap-3 border-t border-line pt-2 text-xl font-bold">
          <span>{t("total")}</span>
          <span className="whitespace-nowrap">{formatVnd(order.total_vnd, locale)}</span>
        </p>
      </Card>

      <PaymentBlock order={order} />
      <OrderOutcome order={order} />
      <CashActs order={order} />
      <CashToo order={order} />
      {order.payment.rail === "vietqr" ? <MoneyReceived orderId={order.id} /> : null}

      {shipment ? (
        <Card className="flex flex-col gap-1">
          <h2>{t("shipment")}</h2>
          <p>{t("shippedAt", { time: formatDateTime(shipment.shipped_at, locale) })}</p>
          {shipment.received_at ? (
            <p data-testid="received-at">{t("receivedAt", { time: formatDateTime(shipment.received_at, locale) })}</p>
          ) : shipment.delivered_at ? (
            <p>{t("deliveredAt", { time: formatDateTime(shipment.delivered_at, locale) })}</p>
          ) : null}
          {shipment.carrier ? <p>{t("carrier", { name: shipment.carrier })}</p> : null}
          {shipment.tracking_number ? <p>{t("tracking", { code: shipment.tracking_number })}</p> : null}
        </Card>
      ) : null}
      {order.state === "paid" || order.state === "to_ship" ? <ShipForm orderId={order.id} /> : null}
      <CancelActs order={order} />
    </article>
  );
}
