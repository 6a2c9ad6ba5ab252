import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import type { RefundTransfer } from "@/lib/types";

/** How far money is that goes back by bank transfer: who sends it where and by when, or that it was sent. */
export function RefundProgress({ amountVnd, transfer }: { amountVnd: number; transfer: RefundTransfer }) {
  const t = useTranslations("shop.order.moneyBack");
  const locale = useLocale();
  const amount = formatVnd(amountVnd, locale);
  const { account, state } = transfer;
  if (!account && state === "waiting") return <p data-testid="refund-needs-account">{t("needsAccount", { amount })}</p>;
  const house = transfer.sender === "house";
  const { bank_name: bank = "", ending = "", holder = null } = account ?? {};
  const where = holder ? t("accountOf", { bank, ending, holder }) : t("account", { bank, ending });
  const lines: (string | null)[] =
    state === "waiting"
      ? [
          t(house ? "askedHouse" : "askedShop", { amount, account: where, due: formatDate(transfer.due_on ?? "", locale) }),
          transfer.account_by === "payment" ? t("fromPayment") : null,
          transfer.problem_at ? t("problem", { when: formatDateTime(transfer.problem_at, locale) }) : null,
          transfer.overdue ? t("overdue") : null,
        ]
      : [
          state === "sent" ? t(house ? "sentHouse" : "sentShop", { amount, account: where, when: formatDateTime(transfer.sent_at ?? "", locale) }) : t("done", { amount, account: where }),
          transfer.bank_reference ? t("reference", { reference: transfer.bank_reference }) : null,
        ];
  return (
    <div className="flex flex-col gap-1" data-testid={`refund-${state}`}>
      {lines.flatMap((line) => (line ? [<p key={line}>{line}</p>] : []))}
    </div>
  );
}
