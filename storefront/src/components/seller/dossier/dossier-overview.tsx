import { getLocale, getTranslations } from "next-intl/server";
import { DeadlineText } from "@/components/dossier/deadline-text";
import { DocumentLinks } from "@/components/dossier/document-links";
import { DossierContents } from "@/components/dossier/dossier-contents";
import { StateBadge } from "@/components/dossier/state-badge";
import { Timeline } from "@/components/dossier/timeline";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { formatDate } from "@/lib/format/date";
import { loadDossier, loadOwnSheet } from "@/lib/seller/dossier/load";
import { CertificateCard } from "./certificate-card";
import { StepList } from "./step-list";
import { WithdrawForm } from "./withdraw-form";

/** A producer's dossier: where it stands, what to do now, what was given, what happened. */
export async function DossierOverview({ id }: { id: string }) {
  const here = `/ban-hang/ho-so/${id}`;
  const [t, locale, dossier, sheet] = await Promise.all([getTranslations("dossier"), getLocale(), loadDossier(id, here), loadOwnSheet(id, here)]);
  const editable = dossier.acts.includes("edit");
  return (
    <>
      <IllustrativeBanner show={dossier.illustrative} />
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap gap-2">
          <StateBadge state={dossier.state} star={dossier.star} />
        </div>
        <h1>{dossier.product_name ?? t("noName")}</h1>
        <p className="text-sm text-ink-soft">
          {t(`kinds.${dossier.kind}`)} · {t("setName", { no: dossier.product_set.set_no, name: dossier.product_set.name })}
        </p>
        {dossier.receipt_no ? <p className="text-sm text-ink-soft">{t("receiptNo", { no: dossier.receipt_no })}</p> : null}
      </header>
      {dossier.returned ? (
        <Notice tone="warning" title={t(`returned.${dossier.returned.by}`, { date: formatDate(dossier.returned.at, locale) })} data-testid="returned">
          <p className="whitespace-pre-line">{dossier.returned.note}</p>
          <p className="text-sm">{t("returned.again")}</p>
        </Notice>
      ) : null}
      {dossier.recognition ? <CertificateCard recognition={dossier.recognition} /> : null}
      {dossier.state === "not_recognised" && dossier.decision?.note ? (
        <Notice tone="bad" title={t("refusedReason")}>
          <p className="whitespace-pre-line">{dossier.decision.note}</p>
        </Notice>
      ) : null}
      <Card className="flex flex-col gap-2">
        <h2>{t("nextTitle")}</h2>
        <p data-testid="what-next">{t(`states.${dossier.state}.next`)}</p>
        {dossier.deadline ? <DeadlineText deadline={dossier.deadline} forProducer /> : null}
        {dossier.window ? (
          <p className="text-sm">
            {t(`window.${dossier.window.status}`, { opens: formatDate(dossier.window.opens_on, locale), closes: formatDate(dossier.window.closes_on, locale) })}
          </p>
        ) : null}
        {editable ? <StepList dossier={dossier} sheet={sheet} /> : null}
      </Card>
      <DocumentLinks door="seller" dossierId={dossier.id} documents={dossier.documents} />
      {editable ? null : <DossierContents door="seller" dossier={dossier} sheet={sheet} />}
      <Timeline events={dossier.events} />
      {dossier.acts.includes("withdraw") ? (
        <ClientMessages namespaces={["dossier.withdraw"]}>
          <WithdrawForm id={dossier.id} version={dossier.version} />
        </ClientMessages>
      ) : null}
      <ButtonLink href="/ban-hang/ho-so" variant="quiet">
        {t("list.all")}
      </ButtonLink>
    </>
  );
}
