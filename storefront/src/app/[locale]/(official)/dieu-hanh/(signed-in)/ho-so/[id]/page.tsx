import { getLocale, getTranslations } from "next-intl/server";
import { DeadlineText } from "@/components/dossier/deadline-text";
import { DocumentLinks } from "@/components/dossier/document-links";
import { DossierContents } from "@/components/dossier/dossier-contents";
import { StateBadge } from "@/components/dossier/state-badge";
import { Timeline } from "@/components/dossier/timeline";
import { ActPanel } from "@/components/official/dossier/act-panel";
import { JudgementView } from "@/components/official/dossier/judgement-view";
import { RatingView } from "@/components/official/dossier/rating-view";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Link } from "@/i18n/link";
import { placeLine } from "@/lib/format/place";
import { loadCriteria, loadDossier } from "@/lib/official/dossier/load";

type Props = { params: Promise<{ id: string }> };

/** One dossier at an official's desk: what may be done now, what was given, what others said, what happened. */
export default async function OfficialDossierPage({ params }: Props) {
  const { id } = await params;
  const here = `/dieu-hanh/ho-so/${id}`;
  const [t, locale, dossier, sheet] = await Promise.all([getTranslations("dossier"), getLocale(), loadDossier(id, here), loadCriteria(id, here)]);
  return (
    <>
      <IllustrativeBanner show={dossier.illustrative} />
      <header className="flex flex-col gap-1">
        <Link href="/dieu-hanh/ho-so" className="screen-only inline-flex min-h-11 items-center self-start text-link">
          {t("desk.back")}
        </Link>
        <div className="flex flex-wrap gap-2">
          <StateBadge state={dossier.state} star={dossier.star} />
        </div>
        <h1 className="text-indigo-800">{dossier.product_name ?? t("noName")}</h1>
        <p>
          {dossier.applicant_name}, {placeLine(dossier.commune, dossier.province, locale)}
        </p>
        <p className="text-sm text-ink-soft">
          {t(`kinds.${dossier.kind}`)} · {t("setName", { no: dossier.product_set.set_no, name: dossier.product_set.name })}
          {dossier.receipt_no ? ` · ${t("receiptNo", { no: dossier.receipt_no })}` : null}
        </p>
        {dossier.deadline ? <DeadlineText deadline={dossier.deadline} /> : null}
      </header>
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="flex min-w-0 flex-col gap-6">
          <ActPanel dossier={dossier} here={here} />
          {dossier.ratings.map((rating) => (
            <RatingView key={rating.id} dossierId={dossier.id} rating={rating} />
          ))}
          <JudgementView dossier={dossier} />
          <DossierContents door="official" dossier={dossier} sheet={sheet} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <DocumentLinks door="official" dossierId={dossier.id} documents={dossier.documents} />
          <Timeline events={dossier.events} />
        </div>
      </div>
    </>
  );
}
