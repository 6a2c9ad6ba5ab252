"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/i18n/link";
import { localeHref } from "@/i18n/locale-href";
import type { DossierWriter } from "@/lib/dossier/writer";

export type Neighbours = { overview: string; next: { href: string; label: string } | null };

/** On to the next step, with what was just written; without a link the writing stays on the device and one goes on. */
export function StepButtons({ writer, neighbours: { overview, next } }: { writer: DossierWriter; neighbours: Neighbours }) {
  const t = useTranslations("dossier.steps");
  const locale = useLocale();
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);

  async function go(href: string) {
    setLeaving(true);
    await writer.flush();
    const { status } = writer.state;
    // What is wrong is shown here, not left behind.
    if (status === "refused" || status === "changed" || status === "session") return setLeaving(false);
    router.push(localeHref(locale, href));
    router.refresh();
    window.scrollTo(0, 0);
  }

  return (
    <div className="flex flex-col gap-2">
      {next ? (
        <Button size="large" wide disabled={leaving} aria-busy={leaving} onClick={() => void go(next.href)} data-testid="next-step">
          {t("next", { step: next.label })}
        </Button>
      ) : null}
      <Link href={overview} onClick={(event) => { event.preventDefault(); void go(overview); }} className="inline-flex min-h-12 items-center justify-center text-link" data-testid="to-overview">
        {t("overview")}
      </Link>
    </div>
  );
}
