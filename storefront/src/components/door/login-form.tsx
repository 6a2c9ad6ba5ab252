"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Door } from "@/lib/door/doors";
import { type LoginState, loginStart } from "@/lib/door/form-state";
import { logIn } from "@/lib/door/login-actions";
import { formatPhone } from "@/lib/format/phone";
import { ResendButton } from "./resend-button";

/** Phone number, then the code that was sent to it. One form, so that a lost signal loses neither. */
export function LoginForm({ door, next }: { door: Door["name"]; next: string }) {
  const t = useTranslations("seller.loginForm");
  const words = useTranslations("seller.form");
  const [state, send] = useActionState<LoginState, FormData>(async (previous, form) => {
    try {
      return await logIn(previous, form);
    } catch (error) {
      unstable_rethrow(error);
      const typed = { phone: String(form.get("phone") ?? ""), code: String(form.get("code") ?? "") };
      return { ...previous, ...typed, error: words("network"), fields: {} };
    }
  }, loginStart);
  const askingCode = state.step === "code";

  // The phone field has gone; whoever types goes on in the code field.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sentAt > 0) form.current?.querySelector<HTMLInputElement>("#code")?.focus();
  }, [state.sentAt]);

  return (
    <form ref={form} action={send} className="flex flex-col gap-4" data-testid="login-form">
      <input type="hidden" name="door" value={door} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="intent" value={askingCode ? "session" : "code"} />
      {state.error ? (
        <Notice tone="bad" announce data-testid="login-error">
          {state.error}
        </Notice>
      ) : null}
      {askingCode ? (
        <>
          <input type="hidden" name="phone" value={state.phone} />
          <p>{t("codeSent", { phone: formatPhone(state.phone) })}</p>
          <TextField
            key={state.sentAt}
            label={t("code")}
            name="code"
            data-testid="code"
            defaultValue={state.code}
            error={state.fields.code ?? state.fields.phone}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            className="text-center text-2xl tracking-[0.3em]"
          />
        </>
      ) : (
        <TextField
          label={t("phone")}
          name="phone"
          data-testid="phone"
          type="tel"
          defaultValue={state.phone}
          error={state.fields.phone}
          hint={t("phoneHint")}
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          className="text-xl"
        />
      )}
      <SubmitButton size="large" wide data-testid="login-submit" pendingLabel={t(askingCode ? "checking" : "sending")}>
        {t(askingCode ? "enter" : "sendCode")}
      </SubmitButton>
      {askingCode ? (
        <div className="flex flex-col">
          {state.sandboxUrl ? (
            <a href={state.sandboxUrl} target="_blank" rel="noreferrer" data-testid="sandbox-messages" className="inline-flex min-h-12 items-center text-link">
              {t("sandbox")}
            </a>
          ) : null}
          <ResendButton key={state.sentAt} afterSeconds={state.resendAfterSeconds} />
          <button type="submit" name="intent" value="change" className="min-h-12 self-start text-link">
            {t("otherPhone")}
          </button>
        </div>
      ) : null}
    </form>
  );
}
