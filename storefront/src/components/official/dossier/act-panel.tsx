import { getTranslations } from "next-intl/server";
import { FileSlot } from "@/components/dossier/file-slot";
import { ButtonLink } from "@/components/ui/button";
import { ClientMessages } from "@/i18n/client-messages";
import type { Dossier } from "@/lib/dossier/types";
import { todayInVietnam } from "@/lib/format/date";
import { actFields, type FormAct, isFormAct } from "@/lib/official/dossier/act-fields";
import { askCouncils } from "@/lib/official/dossier/load";
import { ActForm, type ActChoices } from "./act-form";

/** What this viewer may do with the dossier now: one line each, the form under it. Nothing to do is said. */
export async function ActPanel({ dossier, here }: { dossier: Dossier; here: string }) {
  const t = await getTranslations("dossier.acts");
  const acts = (Object.keys(actFields) as FormAct[]).filter((act) => dossier.acts.some((one) => one === act && isFormAct(one)));
  const scores = dossier.acts.includes("score");
  if (acts.length === 0 && !scores) {
    return (
      <p className="text-ink-soft" data-testid="no-acts">
        {t("nothing")}
      </p>
    );
  }
  const choices = await choicesOf(dossier, acts, here);
  return (
    <section className="screen-only flex flex-col gap-2 rounded border-2 border-indigo-800 bg-card p-4" data-testid="acts">
      <h2 className="text-indigo-800">{t("title")}</h2>
      {scores ? (
        <ButtonLink href={`/dieu-hanh/ho-so/${dossier.id}/cham`} size="large" className="self-start" data-testid="to-score">
          {t("toScore")}
        </ButtonLink>
      ) : null}
      <ClientMessages namespaces={["dossier.acts", "dossier.people", "dossier.files"]}>
        {acts.map((act, position) => (
          <details key={act} open={(position === 0 && !scores) || undefined} className="border-t border-line first-of-type:border-0" data-testid={`act-${act}`}>
            <summary className="min-h-11 py-2.5 font-semibold">{t(`open.${act}`)}</summary>
            <ActForm id={dossier.id} version={dossier.version} submittedOn={dossier.submitted_on} act={act} choices={choices} />
          </details>
        ))}
        {dossier.acts.includes("attach") ? (
          <details className="border-t border-line">
            <summary className="min-h-11 py-2.5 font-semibold">{t("attach")}</summary>
            <FileSlot door="official" dossierId={dossier.id} kind="official" files={[]} what={t("attach")} />
          </details>
        ) : null}
      </ClientMessages>
    </section>
  );
}

async function choicesOf(dossier: Dossier, acts: readonly FormAct[], here: string): Promise<ActChoices> {
  const [t, councils] = await Promise.all([getTranslations("dossier"), acts.includes("open_council") ? askCouncils(here) : null]);
  const today = todayInVietnam();
  const open = dossier.ratings.at(-1);
  return {
    councils: councils?.ok ? councils.data.councils.map(({ id, name }) => ({ value: id, label: name })) : [],
    seats: (open?.seats ?? []).flatMap((seat) => (seat.sheet_id && seat.handed_in_at ? [{ value: seat.sheet_id, label: `${seat.name} (${t(`people.roles.${seat.role}`)})` }] : [])),
    initial: {
      local_material: dossier.commune_report?.local_material ?? "",
      local_labour: dossier.commune_report?.local_labour ?? "",
      idea_origin: dossier.commune_report?.idea_origin ?? "",
      local_identity: dossier.commune_report?.local_identity ?? "",
      samples: dossier.samples_required ? "5" : "0",
      form: dossier.kind === "re_rating" ? "written" : "meeting",
      recommendation: "put_to_council",
      letter_date: today,
      decided_on: today,
      held_on: today,
    },
  };
}
