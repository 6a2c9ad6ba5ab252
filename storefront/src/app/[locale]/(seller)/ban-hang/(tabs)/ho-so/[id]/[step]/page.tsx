import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { EvidenceStep } from "@/components/seller/dossier/evidence-step";
import { FormStep } from "@/components/seller/dossier/form-step";
import { GroupStep } from "@/components/seller/dossier/group-step";
import { HandInStep } from "@/components/seller/dossier/hand-in-step";
import { ClientMessages } from "@/i18n/client-messages";
import { localeHref } from "@/i18n/locale-href";
import { formSteps, stepsOf } from "@/lib/dossier/steps";
import { stepTitle } from "@/lib/dossier/step-title";
import { loadDossier, loadOwnSheet } from "@/lib/seller/dossier/load";

type Props = { params: Promise<{ id: string; step: string }> };

/** One step of writing a dossier. A dossier that is out of the producer's hands is only shown. */
export default async function DossierStepPage({ params }: Props) {
  const { id, step } = await params;
  const here = `/ban-hang/ho-so/${id}/${step}`;
  const [t, locale, dossier, sheet] = await Promise.all([getTranslations("dossier"), getLocale(), loadDossier(id, here), loadOwnSheet(id, here)]);
  const overview = `/ban-hang/ho-so/${dossier.id}`;
  if (!dossier.acts.includes("edit")) redirect(localeHref(locale, overview));
  const steps = stepsOf(sheet.groups);
  const slug = steps.find((candidate) => candidate === step);
  if (!slug) notFound();
  const at = steps.indexOf(slug);
  const after = steps[at + 1];
  const title = (one: typeof slug) => stepTitle(one, sheet.groups, (key) => t(`steps.${key}`));
  const neighbours = { overview, next: after ? { href: `${overview}/${after}`, label: title(after) } : null };
  const group = sheet.groups.find((candidate) => slug === `tu-cham-${candidate.no}`);
  const form = formSteps.find((candidate) => candidate === slug);
  const { version, kind, missing, samples_required, self_assessment, self_rating, attachments } = dossier;
  return (
    <>
      <BackLink href={overview}>{dossier.product_name ?? t("noName")}</BackLink>
      <div>
        <p className="text-sm text-ink-soft">{t("steps.progress", { at: at + 1, of: steps.length })}</p>
        <h1>{title(slug)}</h1>
      </div>
      <ClientMessages
        namespaces={[
          "dossier.fields", "dossier.hints", "dossier.organisations", "dossier.choose", "dossier.stillNeeded", "dossier.holds", "dossier.holdsTitle",
          "dossier.sensitive", "dossier.saving", "dossier.steps", "dossier.sheet", "dossier.files", "dossier.evidence", "dossier.submit",
        ]}
      >
        {form ? (
          <FormStep key={form} step={form} neighbours={neighbours} dossier={{ id: dossier.id, version, kind, form: dossier.form, missing, samples_required, windowStatus: dossier.window?.status ?? null }} />
        ) : null}
        {group ? <GroupStep key={slug} group={group} groups={sheet.groups} neighbours={neighbours} dossier={{ id: dossier.id, version, self_assessment, self_rating, missing, attachments }} /> : null}
        {slug === "giay-to" ? <EvidenceStep dossier={{ id: dossier.id, version, attachments, missing }} neighbours={neighbours} /> : null}
        {slug === "nop" ? <HandInStep dossier={dossier} titles={Object.fromEntries(steps.map((one) => [one, title(one)]))} /> : null}
      </ClientMessages>
    </>
  );
}
