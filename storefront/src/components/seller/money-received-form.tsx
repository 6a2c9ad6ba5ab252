"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type ReceivedState, sayReceived } from "@/lib/seller/say-received";

const start: ReceivedState = { error: null, fields: {}, amount: "", reference: "", seen: false };

/** The amount is read off the banking app and typed, not filled in: that is what makes the seller look. */
export function MoneyReceivedForm({ orderId }: { orderId: string }) {
  const t = useTranslations("seller.moneyReceived");
  const words = useTranslations("seller.form");
  const router = useRouter();
  const [state, send] = useActionState<ReceivedState, FormData>(async (previous, form) => {
    try {
      const answer = await sayReceived(orderId, form);
      if (!answer.error) router.refresh();
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      return { ...previous, amount: String(form.get("amount_vnd") ?? ""), reference: String(form.get("bank_reference") ?? ""), seen: form.get("seen") === "yes", error: words("network"), fields: {} };
    }
  }, start);
  return (
    <form action={send} className="flex flex-col gap-4">
      {state.error ? (
        <Notice tone="bad" announce>
          {state.error}
        </Notice>
      ) : null}
      <TextField label={t("amount")} hint={t("amountHint")} name="amount_vnd" data-testid="amount_vnd" inputMode="numeric" autoComplete="off" defaultValue={state.amount} error={state.fields.amount_vnd} maxLength={20} />
      <TextField label={t("reference")} hint={t("referenceHint")} name="bank_reference" data-testid="bank_reference" autoComplete="off" defaultValue={state.reference} error={state.fields.bank_reference} maxLength={60} />
      <div className="flex flex-col gap-1">
        <label className="flex min-h-12 items-center gap-3">
          <input type="checkbox" name="seen" value="yes" data-testid="seen" key={String(state.seen)} defaultChecked={state.seen} className="size-6 shrink-0" aria-invalid={state.fields.seen ? true : undefined} aria-describedby={state.fields.seen ? "seen-error" : undefined} />
          {t("seen")}
        </label>
        {state.fields.seen ? (
          <p id="seen-error" className="text-sm font-semibold text-brick-600">
            {state.fields.seen}
          </p>
        ) : null}
      </div>
      <SubmitButton size="large" wide data-testid="say-received" pendingLabel={t("sending")}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
