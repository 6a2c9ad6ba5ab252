"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { missingIn, type StepSlug } from "@/lib/dossier/steps";
import type { Dossier } from "@/lib/dossier/types";
import { type ActState, actOnOwnDossier } from "@/lib/seller/dossier/actions";
import { SavingLine } from "./saving-line";
import { useSaving } from "./use-saving";

type Props = { dossier: Pick<Dossier, "id" | "version" | "missing" | "acts" | "self_rating">; titles: Partial<Record<StepSlug, string>> };

const start: ActState = { error: null, fields: {}, note: "" };
const nothing = () => undefined;

/** What is still missing, each with the way to it; then the promise of the form, and the button that hands it in. */
export function HandInStep({ dossier, titles }: Props) {
  const t = useTranslations("dossier.submit");
  const [answer, act, pending] = useActionState(actOnOwnDossier.bind(null, dossier.id), start);
  const { writer, state } = useSaving(dossier.id, dossier.version, nothing);
  const missing = state.latest?.missing ?? dossier.missing;
  const overview = `/ban-hang/ho-so/${dossier.id}`;
  const steps = (Object.keys(titles) as StepSlug[]).filter((step) => missingIn(step, missing).length > 0);

  async function submit(form: FormData) {
    await writer.flush();
    if (writer.state.status !== "saved") return;
    form.set("version", String(writer.currentVersion));
    startTransition(() => act(form));
  }

  return (
    <div className="flex flex-col gap-4" data-testid="step-nop">
      {missing.length > 0 ? (
        <Notice tone="warning" title={t("missing", { count: missing.length })} data-testid="missing">
          <ul className="flex flex-col">
            {steps.map((step) => (
              <li key={step} className="py-1">
                <Link href={`${overview}/${step}`} className="inline-flex min-h-11 items-center text-link" data-testid={`missing-${step}`}>
                  {titles[step]}
                </Link>
                <Gaps gaps={missingIn(step, missing)} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title={t("complete")} data-testid="complete">
          {dossier.self_rating ? <p>{t("selfTotal", { points: dossier.self_rating.total })}</p> : null}
        </Notice>
      )}
      <SavingLine writer={writer} state={state} here={`${overview}/nop`} />
      {answer.error ? (
        <Notice tone="bad" title={answer.error} announce data-testid="submit-problem">
          <p>{t("nothingLost")}</p>
        </Notice>
      ) : null}
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        <input type="hidden" name="act" value="submit" />
        <p className="text-sm">{t("promise")}</p>
        <Button type="submit" size="large" wide disabled={pending || missing.length > 0 || !dossier.acts.includes("submit")} aria-busy={pending} data-testid="submit-dossier">
          {pending ? t("sending") : t("send")}
        </Button>
        <p className="text-sm text-ink-soft">{t("after")}</p>
      </form>
      <Link href={overview} className="inline-flex min-h-12 items-center justify-center text-link">
        {t("overview")}
      </Link>
    </div>
  );
}

/** Criteria by their numbers, because a new dossier has thirty of them; anything else in words. */
function Gaps({ gaps }: { gaps: Dossier["missing"] }) {
  const t = useTranslations("dossier.submit");
  const criteria = gaps.flatMap(({ field }) => (field.startsWith("criteria.") ? [field.slice("criteria.".length)] : []));
  return (
    <ul className="list-disc pl-5 text-sm">
      {criteria.length > 0 ? <li>{t("openCriteria", { criteria: criteria.join(", ") })}</li> : null}
      {gaps.filter(({ field }) => !field.startsWith("criteria.")).map((one) => (
        <li key={one.field}>{one.message}</li>
      ))}
    </ul>
  );
}
