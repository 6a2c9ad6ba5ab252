import { getTranslations } from "next-intl/server";
import { ComparisonTable } from "@/components/official/dossier/comparison-table";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { askComparison, loadDossier } from "@/lib/official/dossier/load";

type Props = { params: Promise<{ id: string }> };

/** All sheets that were handed in, criterion by criterion: where the members differ, and what a minimum costs. */
export default async function ComparisonPage({ params }: Props) {
  const { id } = await params;
  const here = `/dieu-hanh/ho-so/${id}/so-sanh`;
  const [t, dossier, answer] = await Promise.all([getTranslations("dossier"), loadDossier(id, here), askComparison(id, here)]);
  return (
    <>
      <header>
        <Link href={`/dieu-hanh/ho-so/${dossier.id}`} className="screen-only inline-flex min-h-11 items-center text-link">
          {t("score.back")}
        </Link>
        <h1 className="text-indigo-800">{t("compare.title", { product: dossier.product_name ?? t("noName") })}</h1>
        <p>{dossier.applicant_name}</p>
      </header>
      {answer.ok ? <ComparisonTable comparison={answer.data.comparison} /> : <Message title={t("compare.notYet")} text={answer.message} />}
    </>
  );
}
