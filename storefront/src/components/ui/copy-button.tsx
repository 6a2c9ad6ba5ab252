"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type State = "action" | "done" | "failed";

type Props = { text: string; /** Names it for a screen reader. */ what: string; /** Word under the sign, where a row is narrow. */ stacked?: boolean; "data-testid"?: string };

/** Copies `text`. */
export function CopyButton({ text, what, stacked = false, ...rest }: Props) {
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
    <Button variant="secondary" onClick={copy} aria-label={`${t("action")}: ${what}`} className={stacked ? "w-[3.6rem] shrink-0 flex-col gap-0.5 px-0 py-1 text-sm leading-none" : ""} {...rest}>
      <Icon name={state === "done" ? "check" : "copy"} className="size-5" />
      <span aria-live="polite">{t(state === "failed" && stacked ? "failedShort" : state)}</span>
    </Button>
  );
}
