"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { actOnOwnRegister, type OwnRegisterState, type OwnRegisterTarget } from "@/lib/seller/register";

const start: OwnRegisterState = { error: null, fields: {}, url: "", done: false };

/** One big button, and for an address elsewhere its one field. */
export function OwnRegisterForm({ target }: { target: OwnRegisterTarget }) {
  const t = useTranslations("desk.seller");
  const words = useTranslations("seller.form");
  const router = useRouter();
  const id = useId();
  const [state, send] = useActionState<OwnRegisterState, FormData>(async (_previous, form) => {
    try {
      const answer = await actOnOwnRegister(target, form);
      if (answer.done) router.refresh();
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      return { ...start, url: String(form.get("url") ?? ""), error: words("network") };
    }
  }, start);
  const external = target.act === "external";
  return (
    <form action={send} className="flex flex-col gap-3" noValidate data-testid={external ? "own-external" : "own-confirm"}>
      {state.error ? <Notice tone="bad" announce>{state.error}</Notice> : null}
      {state.done ? <Notice tone="good" announce data-testid="own-done">{t(external ? "added" : "confirmed")}</Notice> : null}
      {external ? <TextField id={`${id}-url`} name="url" type="url" inputMode="url" label={t("url")} hint={t("urlHint")} defaultValue={state.url} error={state.fields.url} maxLength={500} autoComplete="off" /> : null}
      <SubmitButton size="large" wide variant={external ? "secondary" : "primary"} pendingLabel={t("sending")}>
        {t(external ? "add" : "confirm")}
      </SubmitButton>
    </form>
  );
}
