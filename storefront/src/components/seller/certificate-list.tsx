import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format/date";
import { type QualityCertificate, stateTones } from "@/lib/quality-certificate";
import { loadCertificates } from "@/lib/seller/certificates";
import { EvidenceUpload } from "./evidence-upload";

/** `sentId`: the paper that was sent a moment ago, told in words at the top. */
export async function CertificateList({ sentId, scanFailed }: { sentId: string | undefined; scanFailed: boolean }) {
  const [t, papers] = await Promise.all([getTranslations("seller.certificates"), loadCertificates("/ban-hang/them/giay-chung-nhan")]);
  if (papers.length === 0) return <Message title={t("empty")} text={t("emptyText")} />;
  return (
    <>
      <IllustrativeBanner show={papers.some((paper) => paper.illustrative)} />
      {papers.some(({ id }) => id === sentId) ? (
        <Notice tone={scanFailed ? "warning" : "good"} title={t("sent")} announce data-testid="certificate-sent">
          <p>{scanFailed ? t("fileFailed") : t("sentText")}</p>
        </Notice>
      ) : null}
      <ul className="flex flex-col gap-3">
        {papers.map((paper) => (
          <li key={paper.id}>
            <Paper paper={paper} />
          </li>
        ))}
      </ul>
    </>
  );
}

async function Paper({ paper }: { paper: QualityCertificate }) {
  const [t, kinds, states, locale] = await Promise.all([
    getTranslations("seller.certificates"),
    getTranslations("common.qualityKind"),
    getTranslations("common.qualityState"),
    getLocale(),
  ]);
  const reason = paper.revocation_reason ?? (paper.review === "rejected" ? paper.review_reason : null);
  return (
    <Card className="flex flex-col gap-1.5" data-testid="certificate" data-state={paper.state}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-base">{kinds(paper.kind)}</h2>
        <Badge tone={stateTones[paper.state]}>{states(paper.state)}</Badge>
      </div>
      {paper.number ? <p className="break-words">{t("number", { number: paper.number })}</p> : null}
      <p className="text-sm text-ink-soft">{paper.expires_on ? t("until", { date: formatDate(paper.expires_on, locale) }) : t("noEnd")}</p>
      <p className="text-sm text-ink-soft">{t("forProducts", { products: paper.products.map(({ title }) => title).join(", ") })}</p>
      {reason ? <p className="font-semibold text-brick-600">{t("reason", { reason })}</p> : null}
      <div className="flex flex-wrap items-center gap-x-4">
        {paper.evidence ? (
          <a href={`/api/seller/certificates/${paper.id}`} className="inline-flex min-h-12 items-center text-link" download>
            {t("download")}
          </a>
        ) : null}
        {paper.review === "waiting" ? <EvidenceUpload id={paper.id} replaces={paper.evidence !== null} /> : null}
      </div>
    </Card>
  );
}
