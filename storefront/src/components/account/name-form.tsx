"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveName } from "@/lib/shop/actions/account";

/** How the shop calls the buyer. */
export function NameForm({ name, words }: { name: string; words: Record<"name" | "save" | "saving" | "saved", string> }) {
  const [state, action] = useActionState(saveName, null);
  const shown = state?.name ?? name;
  return (
    <form action={action} className="flex flex-col gap-3">
      {state?.saved ? (
        <Notice tone="good" announce>
          {words.saved}
        </Notice>
      ) : null}
      <TextField key={shown} label={words.name} name="name" defaultValue={shown} autoComplete="name" maxLength={120} error={state?.problem || undefined} />
      <SubmitButton variant="secondary" pendingLabel={words.saving} className="self-start" data-testid="save-name">
        {words.save}
      </SubmitButton>
    </form>
  );
}
