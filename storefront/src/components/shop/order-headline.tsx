import { useTranslations } from "next-intl";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { asksForMoney, awaitsPayment, groupProgress, isPaid, lacksAccount, moneyBack, parcels, paysAtDoor } from "@/lib/shop/order-progress";
import { againHref } from "@/lib/shop/order-href";
import type { OrderGroup } from "@/lib/types";
import { RefundCall } from "./refund-call";

/** Where the order stands, said once and large: paid is a full green page with what happens next. */
export function OrderHeadline({ group, orderKey }: { group: OrderGroup; orderKey: string }) {
  const t = useTranslations("shop.order");
  const progress = groupProgress(group);
  const stage = parcels(group.orders);
  if (progress === "paid" && stage !== "waiting") {
    return (
      <section data-testid="order-paid" role="status" className="flex items-start gap-4 rounded bg-tea-700 p-6 text-on-tea">
        <Icon name="check" className="size-12 shrink-0" />
        <div>
          <h1>{t(`sent.${stage}.title`)}</h1>
          <p className="mt-1">{t(`sent.${stage}.text`)}</p>
        </div>
      </section>
    );
  }
  if (progress === "paid") {
    return (
      <section data-testid="order-paid" role="status" className="flex min-h-[60dvh] flex-col justify-center gap-4 rounded bg-tea-700 px-6 py-8 text-on-tea">
        <Icon name="check" className="size-20" />
        <div>
          <h1 className="text-3xl">{t("paidTitle")}</h1>
          <p className="mt-1">{t("paidText")}</p>
        </div>
        <div>
          <h2>{t("paidNext")}</h2>
          <ol className="mt-1 list-decimal pl-5">
            <li>{t("paidStep1")}</li>
            <li>{t("paidStep2")}</li>
            <li>{t("paidStep3")}</li>
          </ol>
        </div>
      </section>
    );
  }
  if (progress === "cash") {
    const cash = group.orders.filter(paysAtDoor);
    const step = parcels(cash) !== "waiting" ? "shipped" : cash.some(({ state }) => state === "to_confirm") ? "asked" : "confirmed";
    return (
      <section data-testid="order-cash">
        <h1>{t("cashTitle")}</h1>
        <p className="text-ink-soft">{t(`cashText.${step}`)}</p>
      </section>
    );
  }
  if (progress === "over") {
    const back = group.orders.map(moneyBack);
    const asks = lacksAccount(group).length > 0;
    const money = asks ? "needsAccount" : back.includes("underWay") ? "underWay" : back.includes("done") ? "done" : whyOver(group);
    return (
      <section data-testid="order-over" className="flex flex-col items-start gap-3">
        <h1>{t("overTitle")}</h1>
        <p>{t(`overText.${money}`)}</p>
        <RefundCall group={group} />
        <ButtonLink href={againHref(group.id, orderKey)} variant={asks ? "secondary" : "primary"} size="large" wide data-testid="again">
          {t("orderAgain", { count: group.orders.length })}
        </ButtonLink>
        <ButtonLink href="/tim-kiem" variant="quiet">
          {t("again")}
        </ButtonLink>
      </section>
    );
  }
  if (!asksForMoney(group)) {
    return (
      <section role="status" data-testid="order-checking">
        <h1>{t("checking.title")}</h1>
        <p className="text-ink-soft">{t("checking.lead")}</p>
      </section>
    );
  }
  const waiting = group.orders.filter(awaitsPayment).length;
  const paid = group.orders.filter(isPaid).length;
  const next = group.orders.find((order) => awaitsPayment(order) && order.payment.rail === "vietqr");
  const byQr = group.orders.filter((order) => awaitsPayment(order) && order.payment.rail === "vietqr").length;
  return (
    <section>
      <h1>{paid > 0 ? t("partlyPaidTitle", { paid, count: paid + waiting }) : t("waitingTitle")}</h1>
      <p className="text-ink-soft">{byQr > 0 ? t("waitingText", { count: byQr }) : t("waitingVnpay")}</p>
      {next && next !== group.orders[0] ? (
        // On a phone the second order already lies two screens down.
        <a href={`#title-${next.id}`} className={`${buttonClass({ size: "large", wide: true })} mt-3`} data-testid="pay-next">
          {t("payNext", { number: next.display_id })}
        </a>
      ) : null}
    </section>
  );
}

/** Why nothing is left of a checkout for which no money came. */
function whyOver({ orders }: OrderGroup): "expired" | "unconfirmed" | "canceled" {
  const lapsed = orders.filter(({ state }) => state === "expired");
  if (lapsed.length === 0) return "canceled";
  return lapsed.every(({ payment }) => payment.rail === "cod") ? "unconfirmed" : "expired";
}
