import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { type Choices, scoreSoFar, type Sheet } from "@/lib/dossier/sheet";
import { stepTitle } from "@/lib/dossier/step-title";
import { missingIn, stepsOf } from "@/lib/dossier/steps";
import type { Dossier } from "@/lib/dossier/types";

/** The steps with what each still lacks, and one button that leads to the first that lacks something. */
export function StepList({ dossier, sheet }: { dossier: Dossier; sheet: Sheet }) {
  const t = useTranslations("dossier.steps");
  const scores = useTranslations("dossier.sheet");
  const steps = stepsOf(sheet.groups);
  const next = steps.find((step) => missingIn(step, dossier.missing).length > 0) ?? "nop";
  const choices: Choices = Object.fromEntries(Object.entries(dossier.self_assessment).flatMap(([no, one]) => (typeof one?.option === "number" ? [[no, one.option]] : [])));
  const total = scoreSoFar(sheet.groups, choices);
  const href = (step: string) => `/ban-hang/ho-so/${dossier.id}/${step}`;
  return (
    <>
      <ButtonLink href={href(next)} size="large" wide data-testid="continue">
        {next === "nop" ? t("toHandIn") : t("continue")}
      </ButtonLink>
      <p className="text-sm text-ink-soft">
        {scores("sum", { points: total.points, max: total.max })}
        {dossier.self_rating && total.chosen > 0 ? `. ${dossier.self_rating.star >= 3 ? scores("wouldGive", { star: dossier.self_rating.star }) : scores("wouldGiveNone")}` : null}
      </p>
      <ol className="flex flex-col" data-testid="steps">
        {steps.map((step) => {
          const gaps = missingIn(step, dossier.missing).length;
          return (
            <li key={step} className="border-t border-line first:border-0">
              <Link href={href(step)} className="flex min-h-12 items-center gap-3 py-1" data-testid={`to-${step}`}>
                <Icon name={gaps > 0 ? "clock" : "check"} className={`size-5 ${gaps > 0 ? "text-ink-soft" : "text-tea-700"}`} />
                <span className="grow">{stepTitle(step, sheet.groups, (key) => t(key))}</span>
                {gaps > 0 ? <span className="text-sm whitespace-nowrap text-ink-soft">{t("gaps", { count: gaps })}</span> : null}
              </Link>
            </li>
          );
        })}
      </ol>
    </>
  );
}
