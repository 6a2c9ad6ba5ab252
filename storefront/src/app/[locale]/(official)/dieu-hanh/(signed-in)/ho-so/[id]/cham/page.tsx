import { getTranslations } from "next-intl/server";
import { ScoringSheet } from "@/components/official/dossier/scoring-sheet";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import { loadCriteria, loadDossier, loadOwnSheet } from "@/lib/official/dossier/load";

type Props = { params: Promise<{ id: string }> };

/** A council member's own sheet, beside what the producer says of themselves. */
export default async function ScorePage({ params }: Props) {
  const { id } = await params;
  const here = `/dieu-hanh/ho-so/${id}/cham`;
  const [t, dossier, criteria, { sheet }] = await Promise.all([
    getTranslations("dossier"),
    loadDossier(id, here),
    loadCriteria(id, here),
    loadOwnSheet(id, here),
  ]);
  return (
    <>
      <header>
        <Link href={`/dieu-hanh/ho-so/${dossier.id}`} className="inline-flex min-h-11 items-center text-link">
          {t("score.back")}
        </Link>
        <h1 className="text-indigo-800">{t("score.title", { product: dossier.product_name ?? t("noName") })}</h1>
        <p>{dossier.applicant_name}</p>
        {criteria.notes.map((note) => (
          <p key={note} className="text-sm text-ink-soft">
            {note}
          </p>
        ))}
      </header>
      <ClientMessages namespaces={["dossier.score", "dossier.sheet"]}>
        <ScoringSheet dossierId={dossier.id} groups={criteria.groups} initial={sheet} attachments={dossier.attachments} />
      </ClientMessages>
    </>
  );
}
