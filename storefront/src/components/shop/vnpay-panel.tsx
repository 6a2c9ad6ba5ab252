import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { formatVnd } from "@/lib/format/money";
import { awaitsPayment } from "@/lib/shop/order-progress";
import { qrPath } from "@/lib/shop/qr-path";
import type { OrderGroup } from "@/lib/types";
import { QrCode } from "./qr-code";
import { ShareQr } from "./share-qr";
import { TimeLeft } from "./time-left";
import { VnpayChecking } from "./vnpay-checking";
import { VnpayForm } from "./vnpay-form";

/** One payment through VNPay for all that is due in the group: by its QR where one is open, and on VNPay's page; nothing to pay while VNPay checks. */
export function VnpayPanel({ group, orderKey }: { group: OrderGroup; orderKey: string }) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const due = group.orders.filter((order) => awaitsPayment(order) && order.payment.rail === "vnpay");
  if (due.length === 0) return null;
  const amount = formatVnd(due.reduce((sum, order) => sum + order.payment.amount_vnd, 0), locale);
  if (group.vnpay?.state === "checking") return <VnpayChecking amount={amount} decideBy={due[0]?.payment.checking?.decide_by ?? null} />;
  const until = due.map(({ payment }) => payment.expires_at ?? "").sort()[0];
  const qr = group.vnpay?.qr ?? null;
  const renderedAt = new Date().toISOString();
  const form = (
    <VnpayForm
      orderGroupId={group.id}
      orderKey={orderKey}
      offersQr={Boolean(group.vnpay?.offers_qr) && qr === null}
      text={t("vnpayText", { count: due.length })}
      words={{
        pay: t("vnpayPay", { amount }),
        going: t("vnpayGoing"),
        failed: t("vnpayFailed"),
        how: t("vnpayHow"),
        ways: { any: t("vnpayWay.any"), qr: t("vnpayWay.qr"), bank: t("vnpayWay.bank"), card: t("vnpayWay.card") },
        qr: t("vnpayQr"),
        asking: t("vnpayQrAsking"),
      }}
    />
  );
  if (!qr) {
    return (
      <section aria-label={t("payBy.vnpay")} className="flex flex-col gap-4">
        {until ? <TimeLeft until={until} renderedAt={renderedAt} /> : null}
        {form}
      </section>
    );
  }
  const pictureHref = `/api/order-qr/${encodeURIComponent(group.id)}/vnpay?k=${encodeURIComponent(orderKey)}`;
  return (
    <Card aria-labelledby="vnpay-qr" className="flex flex-col gap-4">
      <div>
        <h2 id="vnpay-qr">{t("vnpayWay.qr")}</h2>
        <p className="text-[1.4rem] font-semibold" data-testid="vnpay-amount">
          {amount}
        </p>
      </div>
      <figure className="mx-auto flex w-full max-w-[360px] flex-col items-center gap-3">
        <div data-testid="vnpay-qr-payload" data-payload={qr.payload} className="w-full overflow-hidden rounded bg-white">
          <QrCode code={qrPath(qr.payload)} label={t("vnpayQrAlt")} />
        </div>
        <figcaption className="text-center">{t("vnpayQrText")}</figcaption>
        <a href={pictureHref} download className={buttonClass({ variant: "secondary", size: "large", wide: true })} data-testid="save-vnpay-qr">
          <Icon name="camera" className="size-5" />
          {t("saveQr")}
        </a>
        <ShareQr href={pictureHref} />
      </figure>
      <TimeLeft until={qr.expires_at} renderedAt={renderedAt} />
      <p className="text-sm text-ink-soft">{t("vnpayQrPhone")}</p>
      <Fold title={t("vnpayOther")} data-testid="vnpay-other">
        <div className="pt-1 pb-3">{form}</div>
      </Fold>
    </Card>
  );
}
