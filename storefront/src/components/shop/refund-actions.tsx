import { getLocale, getTranslations } from "next-intl/server";
import { listBanks } from "@/lib/shop/banks";
import type { GroupOrder, OrderGroup, OrderRefund } from "@/lib/types";
import { RefundAccountForm } from "./refund-account-form";
import { RefundArrivalForm } from "./refund-arrival-form";

type Props = { group: OrderGroup; order: GroupOrder; orderKey: string };

const waits = ({ transfer }: OrderRefund) => transfer?.state === "waiting";

/** What a buyer has to say about money that goes back by bank transfer: where to, and whether it has come. */
export async function RefundActions({ group, order, orderKey }: Props) {
  const waiting = order.refunds.filter(waits);
  const sent = order.refunds.filter(({ transfer }) => transfer?.state === "sent");
  if (waiting.length + sent.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("shop.order.moneyBack"), getLocale()]);
  const banks = waiting.length > 0 ? await listBanks(locale) : [];
  return (
    <>
      {waiting.map((refund) => (
        <RefundAccountForm
          key={refund.id}
          orderGroupId={group.id}
          orderKey={orderKey}
          refundId={refund.id}
          named={refund.transfer?.account !== null}
          banks={banks.map(({ bin, name }) => ({ value: bin, label: name }))}
          words={{
            title: t(refund.transfer?.account ? "changeTitle" : "nameTitle"),
            purpose: t("purpose"),
            bank: t("bank"),
            chooseBank: t("chooseBank"),
            number: t("number"),
            holder: t("holder"),
            holderHint: t("holderHint"),
            save: t("save"),
            saving: t("saving"),
            noBanks: t("noBanks"),
          }}
        />
      ))}
      {sent.map((refund) => (
        <RefundArrivalForm
          key={refund.id}
          orderGroupId={group.id}
          orderKey={orderKey}
          refundId={refund.id}
          words={{ arrived: t("arrived"), missingTitle: t("missingTitle"), missingText: t("missingText"), note: t("missingNote"), send: t("missingSend"), saving: t("saving") }}
        />
      ))}
    </>
  );
}
