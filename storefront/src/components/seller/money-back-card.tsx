import { useLocale, useTranslations } from "next-intl";
import { QrCode } from "@/components/shop/qr-code";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { formatDate, formatDateTime } from "@/lib/format/date";
import { groupsOfFour } from "@/lib/format/digits";
import { formatVnd } from "@/lib/format/money";
import type { MoneyBack } from "@/lib/seller/money-back";
import { qrPath } from "@/lib/shop/qr-path";
import { MoneyBackForm } from "./money-back-form";

/** One amount that belongs to a buyer: for which order, by when, where to, and that it was sent. */
export function MoneyBackCard({ item }: { item: MoneyBack }) {
  const t = useTranslations("seller.moneyBack");
  const locale = useLocale();
  const { state, order, account } = item;
  return (
    <Card className="flex flex-col gap-3" data-testid={`money-back-${item.id}`} data-state={state} data-amount={item.amount_vnd}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div>
          <p className="text-2xl font-bold">{formatVnd(item.amount_vnd, locale)}</p>
          {order ? (
            <Link href={`/ban-hang/don/${order.id}`} className="inline-flex min-h-11 items-center text-link">
              {t("order", { id: order.display_id })}
            </Link>
          ) : (
            <p className="break-words">{item.description ? t("payment", { description: item.description }) : t("unknownOrder")}</p>
          )}
        </div>
        {item.due_on && state === "waiting" && item.sender === "shop" ? (
          <Badge tone={item.overdue ? "brick" : "honey"}>{t(item.overdue ? "overdue" : "due", { date: formatDate(item.due_on, locale) })}</Badge>
        ) : null}
      </div>
      {item.problem_at ? (
        <Notice tone="warning">
          <p>{t("problem", { when: formatDateTime(item.problem_at, locale) })}</p>
          {item.problem_note ? <p>{t("problemNote", { note: item.problem_note })}</p> : null}
        </Notice>
      ) : null}
      {state !== "waiting" && account ? <p className="text-ink-soft">{t("ending", { bank: account.bank_name, ending: account.ending })}</p> : null}
      {state === "sent" ? <p>{t("sentAt", { when: formatDateTime(item.sent_at ?? "", locale), reference: item.bank_reference ?? "" })}</p> : null}
      {state === "done" && item.confirmed_by ? <p>{t(`doneBy.${item.confirmed_by}`)}</p> : null}
      {state === "waiting" && item.sender === "house" ? <p>{t("house")}</p> : null}
      {state === "waiting" && item.sender === "shop" && !item.to ? <p>{t("waitsAccount")}</p> : null}
      {item.to ? <SendIt item={item} to={item.to} /> : null}
    </Card>
  );
}

function SendIt({ item, to }: { item: MoneyBack; to: NonNullable<MoneyBack["to"]> }) {
  const t = useTranslations("seller.moneyBack");
  const locale = useLocale();
  const name = to.account_name ?? groupsOfFour(to.account_number);
  return (
    <>
      <div className="mx-auto w-full max-w-[280px] overflow-hidden rounded bg-white" data-testid="money-back-qr" data-payload={to.qr_payload}>
        <QrCode code={qrPath(to.qr_payload)} label={t("qrAlt", { amount: formatVnd(item.amount_vnd, locale), name })} />
      </div>
      <p className="text-center font-semibold">
        {to.bank_name} · {groupsOfFour(to.account_number)}
        {to.account_name ? <span className="block font-normal">{to.account_name}</span> : null}
      </p>
      <Fold title={t("details")}>
        <div className="flex flex-col gap-3 pb-3">
          <Row label={t("account")} shown={groupsOfFour(to.account_number)} text={to.account_number} />
          <Row label={t("amount")} shown={formatVnd(item.amount_vnd, locale)} text={String(item.amount_vnd)} />
          <Row label={t("memo")} shown={to.memo} text={to.memo} />
        </div>
      </Fold>
      <MoneyBackForm id={item.id} accountVersion={item.account_version} />
    </>
  );
}

function Row({ label, shown, text }: { label: string; shown: string; text: string }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <p className="min-w-0">
        <span className="block text-sm text-ink-soft">{label}</span>
        <strong className="break-all">{shown}</strong>
      </p>
      <CopyButton text={text} what={label} />
    </div>
  );
}
