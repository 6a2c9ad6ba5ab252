import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDateTime } from "@/lib/format/date";
import { type BankConnection as Answer, loadBankConnection } from "@/lib/seller/bank-connection";
import { disconnectBank } from "@/lib/seller/connect-bank";
import { listAdvice } from "@/lib/seller/list-advice";
import { maskAccount } from "@/lib/seller/money-summary";
import { BankConnectionForm } from "./bank-connection-form";

const names = { sepay: "SePay", payos: "payOS", casso: "Casso" };

/** How the shop's bank tells the fair of money: the address to paste, when it was last heard, what to do when it is silent. */
export async function BankConnection() {
  const [t, { account, connection }] = await Promise.all([getTranslations("seller.bankConnection"), loadBankConnection("/ban-hang/tien/ngan-hang")]);
  if (!account) return <Notice tone="warning">{t("noAccount")}</Notice>;
  return (
    <>
      <p>{t("account", { bank: account.bank_name ?? "", number: maskAccount(account.account_number) })}</p>
      {connection ? <Connected connection={connection} /> : null}
      <Card className="flex flex-col gap-4">
        <h2>{t(connection ? "changeHeading" : "connectHeading")}</h2>
        <BankConnectionForm provider={connection?.provider ?? ""} connected={connection !== null} />
      </Card>
      {connection ? (
        <form action={disconnectBank} className="flex flex-col gap-2">
          <SubmitButton variant="secondary" wide data-testid="disconnect-bank" pendingLabel={t("sending")}>
            {t("disconnect")}
          </SubmitButton>
          <p className="text-sm text-ink-soft">{t("disconnectHint")}</p>
        </form>
      ) : null}
    </>
  );
}

async function Connected({ connection }: { connection: NonNullable<Answer["connection"]> }) {
  const [t, locale] = await Promise.all([getTranslations("seller.bankConnection"), getLocale()]);
  const refusedLast = connection.last_refusal_at !== null && (connection.last_notice_at === null || connection.last_refusal_at > connection.last_notice_at);
  return (
    <>
      {refusedLast ? (
        <Notice tone="bad" data-testid="bank-refused">
          {t(connection.last_refusal_reason === "wrong_signature" ? "refusedSecret" : "refusedOther", { time: formatDateTime(connection.last_refusal_at!, locale) })}
        </Notice>
      ) : connection.last_notice_at ? (
        <Notice tone="good" data-testid="bank-heard">
          {t("heard", { time: formatDateTime(connection.last_notice_at, locale) })}
        </Notice>
      ) : (
        <Notice data-testid="bank-silent">{t("notHeard")}</Notice>
      )}
      {connection.list_problem ? (
        <Notice tone="warning" data-testid="bank-list-problem">
          {t(`listProblem.${listAdvice(connection.list_problem)}`)}
        </Notice>
      ) : null}
      <Card className="flex flex-col gap-3">
        <h2>{t("addressHeading", { provider: names[connection.provider] })}</h2>
        <p>{t(`where.${connection.provider}`)}</p>
        <p data-testid="webhook-url" className="rounded border border-line bg-paper p-3 font-mono text-sm break-all">
          {connection.url}
        </p>
        <CopyButton text={connection.url} what={t("address")} />
        {connection.previous_secret_until && new Date(connection.previous_secret_until) > new Date() ? (
          <p className="text-sm text-ink-soft">{t("previousUntil", { time: formatDateTime(connection.previous_secret_until, locale) })}</p>
        ) : null}
      </Card>
    </>
  );
}
