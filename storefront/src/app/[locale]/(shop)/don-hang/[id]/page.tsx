import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { OrderActions, RailActions } from "@/components/shop/order-actions";
import { OrderAddress } from "@/components/shop/order-address";
import { OrderHeadline } from "@/components/shop/order-headline";
import { OrderWatcher } from "@/components/shop/order-watcher";
import { PayHelp } from "@/components/shop/pay-help";
import { CashMissing } from "@/components/shop/cash-missing";
import { RefundActions } from "@/components/shop/refund-actions";
import { RefundCall } from "@/components/shop/refund-call";
import { SellerOrder } from "@/components/shop/seller-order";
import { ShareOrder } from "@/components/shop/share-order";
import { VnpayPanel } from "@/components/shop/vnpay-panel";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { localeHref } from "@/i18n/locale-href";
import { isSandbox } from "@/lib/backend";
import { asksForMoney, checkedOrders, groupProgress, orderSignature } from "@/lib/shop/order-progress";
import { orderHref } from "@/lib/shop/order-href";
import { openOrder } from "@/lib/shop/orders";
import { vnpaySaid } from "@/lib/shop/vnpay-said";

type Query = Partial<Record<"k" | "vnpay" | "failure", string | string[]>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.order");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

export default async function OrderPage({ params, searchParams }: Props) {
  const [t, tv, locale, { id }, query] = await Promise.all([
    getTranslations("shop.order"),
    getTranslations("shop.vnpayReturn.outcome"),
    getLocale(),
    params,
    searchParams,
  ]);
  const opened = await openOrder(id, one(query.k), locale);
  if (!opened) notFound();
  const { group, key } = opened;
  const progress = groupProgress(group);
  const checked = checkedOrders(group);
  const asks = asksForMoney(group);
  const said = vnpaySaid(group.vnpay, one(query.vnpay), one(query.failure));
  const link = new URL(localeHref(locale, orderHref(id, key)), process.env.STOREFRONT_URL ?? "http://localhost:8000").href;
  return (
    <ClientMessages namespaces={["common.client", "shop.client"]}>
      <div className="mx-auto flex max-w-3xl flex-col gap-5" data-testid="order-group" data-progress={progress}>
        <OrderWatcher id={id} orderKey={key} signature={orderSignature(group)} urgent={progress === "waiting"} />
        <OrderHeadline group={group} orderKey={key} />
        {progress === "over" ? null : <RefundCall group={group} />}
        <IllustrativeBanner show={isSandbox()} />
        {said ? (
          <Notice tone={said.outcome === "processing" ? "info" : "warning"} data-testid="vnpay-said">
            {said.reason ? tv(`reason.${said.reason}`) : tv(said.outcome)}
          </Notice>
        ) : null}
        <VnpayPanel group={group} orderKey={key} />
        {group.orders.map((order) => (
          <SellerOrder key={order.id} order={order} isChecked={checked.includes(order)} qrHref={`/api/order-qr/${encodeURIComponent(id)}/${encodeURIComponent(order.id)}?k=${encodeURIComponent(key)}`}>
            <CashMissing group={group} order={order} orderKey={key} />
            <RefundActions group={group} order={order} orderKey={key} />
            <OrderActions group={group} order={order} orderKey={key} />
          </SellerOrder>
        ))}
        <RailActions group={group} orderKey={key} />
        <PayHelp group={group} />
        <section aria-labelledby="elsewhere" className="flex flex-col gap-2">
          <div>
            <h2 id="elsewhere" className="text-base">
              {t(asks ? "elsewherePay" : "elsewhere")}
            </h2>
            <p className="text-sm text-ink-soft">{t("elsewhereText")}</p>
          </div>
          <ShareOrder link={link} text={t(asks ? "sharePay" : "share")} what={t("copyLink")} />
        </section>
        <OrderAddress group={group} />
      </div>
    </ClientMessages>
  );
}
