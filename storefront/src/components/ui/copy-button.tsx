"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type State = "action" | "done" | "failed";

/** Copies `text`; `what` names it for a screen reader. */
export function CopyButton({ text, what, ...rest }: { text: string; what: string; "data-testid"?: string }) {
  const t = useTranslations("common.client.copy");
  const [state, setState] = useState<State>("action");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("done");
    } catch {
      setState("failed");
    }
    setTimeout(() => setState("action"), 4000);
  }
  return (
    <Button variant="secondary" onClick={copy} aria-label={`${t("action")}: ${what}`} {...rest}>
      <Icon name={state === "done" ? "check" : "copy"} className="size-5" />
      <span aria-live="polite">{t(state)}</span>
    </Button>
  );
}
