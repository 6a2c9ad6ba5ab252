import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { formatDate, formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import { awaitsPayment, moneyBack } from "@/lib/shop/order-progress";
import type { GroupOrder, OrderState } from "@/lib/types";
import { OrderAftermath } from "./order-aftermath";
import { OrderShortfalls } from "./order-shortfalls";
import { VietQrPanel } from "./vietqr-panel";

const tones: Record<OrderState, "honey" | "tea" | "plain"> = {
  pending_payment: "honey",
  to_confirm: "honey",
  to_ship: "tea",
  paid: "tea",
  shipped: "tea",
  delivered: "tea",
  canceled: "plain",
  expired: "plain",
};

type Props = {
  order: GroupOrder;
  /** The address of its QR as a picture. */
  qrHref: string;
  /** Whether VNPay is checking what was paid for it. */
  isChecked: boolean;
  /** What can still be done about it. */
  children?: ReactNode;
};

/** One seller's part: its state, how to pay it while it waits, what is in it, where the parcel is. */
export function SellerOrder({ order, qrHref, isChecked, children }: Props) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const { payment, shipment } = order;
  const arrived = shipment?.received_at
    ? t("receivedAt", { when: formatDateTime(shipment.received_at, locale) })
    : shipment?.delivered_at
      ? t("deliveredAt", { date: formatDate(shipment.delivered_at, locale) })
      : null;
  const row = "flex items-baseline justify-between gap-4";
  return (
    <Card data-testid={`order-${order.id}`} data-state={order.state} aria-labelledby={`title-${order.id}`} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div>
          <h2 id={`title-${order.id}`}>{t("number", { number: order.display_id })}</h2>
          <Link href={`/gian-hang/${order.seller.handle}`} className="inline-flex min-h-11 items-center py-1 text-link">
            {t("from", { seller: order.seller.name })}
          </Link>
        </div>
        <Badge tone={tones[order.state]} data-testid="order-state">
          {isChecked ? t("checking.state") : payment.state !== "refunded" ? t(order.state === "expired" && payment.rail === "cod" ? "state.unconfirmed" : `state.${order.state}`) : t(moneyBack(order) === "underWay" ? "refunding" : "refunded")}
        </Badge>
      </div>
      {awaitsPayment(order) && payment.vietqr ? <VietQrPanel payment={payment} qr={payment.vietqr} pictureHref={qrHref} /> : null}
      {payment.rail === "cod" && payment.state === "pending" ? <p data-testid="cash-due">{t("cashDue", { amount: formatVnd(payment.amount_vnd, locale) })}</p> : null}
      {payment.paid_at ? <p>{t("paidAt", { when: formatDateTime(payment.paid_at, locale) })}</p> : null}
      {shipment ? (
        <div data-testid="shipment" className="flex gap-3 rounded bg-tea-100 p-3">
          <Icon name="truck" />
          <p>
            <strong className="font-semibold">{t("shippedAt", { date: formatDate(shipment.shipped_at, locale) })}</strong>
            {shipment.carrier ? <span className="block">{t("carrier", { carrier: shipment.carrier })}</span> : null}
            {shipment.tracking_number ? (
              <span className="block">
                {t("tracking")}: <strong className="font-semibold">{shipment.tracking_number}</strong>
              </span>
            ) : null}
            {arrived ? (
              <span className="block font-semibold" data-testid="arrived">
                {arrived}
              </span>
            ) : null}
          </p>
        </div>
      ) : null}
      <ul className="border-t border-line pt-3">
        {order.items.map((item, index) => (
          <li key={index} className={row}>
            <span>
              {item.quantity} × {item.title}
              {item.canceled_quantity > 0 ? <span className="block text-sm text-brick-600">{t("itemCanceled", { count: item.canceled_quantity })}</span> : null}
            </span>
            <span className="whitespace-nowrap">{formatVnd(item.total_vnd, locale)}</span>
          </li>
        ))}
        <li className={`${row} text-ink-soft`}>
          <span>{t("shipping")}</span>
          <span className="whitespace-nowrap">{formatVnd(order.shipping_vnd, locale)}</span>
        </li>
        {order.canceled_vnd > 0 ? (
          <li className={`${row} text-brick-600`} data-testid="canceled-vnd" data-amount={order.canceled_vnd}>
            <span>{t("canceledItems")}</span>
            <span className="whitespace-nowrap">−{formatVnd(order.canceled_vnd, locale)}</span>
          </li>
        ) : null}
        <li className={`${row} font-semibold`}>
          <span>{t("total")}</span>
          <span className="whitespace-nowrap" data-testid="total" data-amount={order.total_vnd}>
            {formatVnd(order.total_vnd, locale)}
          </span>
        </li>
      </ul>
      <OrderShortfalls order={order} />
      <OrderAftermath order={order} />
      {children}
    </Card>
  );
}
