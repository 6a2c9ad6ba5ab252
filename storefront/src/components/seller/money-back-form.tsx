"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saySent, type SentState } from "@/lib/seller/say-sent";

const start: SentState = { error: null, fields: {}, reference: "", accountChanged: false };

/** "I have sent it", with the bank's reference. Works without scripts. */
export function MoneyBackForm({ id, accountVersion }: { id: string; accountVersion: number }) {
  const t = useTranslations("seller.moneyBackForm");
  const [state, send] = useActionState(saySent, start);
  // The account the seller looked at when the page came: a refresh behind the form must not count as having looked again.
  const [seenVersion] = useState(accountVersion);
  return (
    <form action={send} className="flex flex-col gap-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="account_version" value={state.accountChanged ? accountVersion : seenVersion} />
      {state.error ? (
        <Notice tone="bad" announce data-testid="money-back-error">
          <p>{state.error}</p>
        </Notice>
      ) : null}
      {state.accountChanged ? (
        <label className="flex min-h-12 items-center gap-3">
          <input type="checkbox" name="earlier" value="yes" className="size-6 shrink-0" data-testid="earlier" />
          {t("earlier")}
        </label>
      ) : null}
      <TextField id={`reference-${id}`} label={t("reference")} hint={t("referenceHint")} name="bank_reference" data-testid="bank_reference" autoComplete="off" defaultValue={state.reference} error={state.fields.bank_reference} maxLength={60} />
      <SubmitButton size="large" wide data-testid="say-sent" pendingLabel={t("sending")}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
