"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type ConnectState, connectBank } from "@/lib/seller/connect-bank";

/** Which service watches the account, and the secret it signs with. What was pasted is never shown again. */
export function BankConnectionForm({ provider, connected }: { provider: string; connected: boolean }) {
  const t = useTranslations("seller.bankConnection");
  const words = useTranslations("seller.form");
  const router = useRouter();
  const [state, send] = useActionState<ConnectState, FormData>(
    async (previous, form) => {
      try {
        const answer = await connectBank(form);
        if (answer.saved) router.refresh();
        return answer;
      } catch (error) {
        unstable_rethrow(error);
        return { ...previous, provider: String(form.get("provider") ?? ""), error: words("network"), fields: {}, saved: false };
      }
    },
    { error: null, fields: {}, provider, saved: false },
  );
  const names = { sepay: "SePay", payos: "payOS", casso: "Casso" };
  return (
    <form action={send} className="flex flex-col gap-4">
      {state.error ? (
        <Notice tone="bad" announce>
          {state.error}
        </Notice>
      ) : null}
      {state.saved ? (
        <Notice tone="good" announce>
          {t("saved")}
        </Notice>
      ) : null}
      <Select key={state.provider} label={t("provider")} name="provider" data-testid="provider" placeholder={t("choose")} defaultValue={state.provider} error={state.fields.provider} options={Object.entries(names).map(([value, label]) => ({ value, label }))} />
      <TextField label={t("secret")} hint={t("secretHint")} name="secret" data-testid="secret" type="password" autoComplete="off" error={state.fields.secret} maxLength={300} />
      <TextField label={t("listKey")} hint={t("listKeyHint")} name="list_key" data-testid="list_key" type="password" autoComplete="off" error={state.fields.list_key} maxLength={300} />
      <SubmitButton size="large" wide data-testid="connect-bank" pendingLabel={t("sending")}>
        {t(connected ? "change" : "connect")}
      </SubmitButton>
    </form>
  );
}
