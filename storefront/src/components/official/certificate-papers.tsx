import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { type QualityCertificate, stateTones } from "@/lib/quality-certificate";
import { ActLog } from "./act-log";
import { DecideForm } from "./decide-form";

const cell = "px-2 py-2 text-left align-top first:pl-0";

/** Wider than a phone: it scrolls sideways in its own box there, and fits on paper. */
export function CertificatePapers({ papers }: { papers: QualityCertificate[] }) {
  const t = useTranslations("official.certificates");
  const rights = useTranslations("official.rights");
  const kinds = useTranslations("common.qualityKind");
  const states = useTranslations("common.qualityState");
  const locale = useLocale();
  const day = (date: string) => formatDate(date, locale);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("title")}>
      <table className="w-full min-w-4xl border-collapse text-sm print:min-w-0">
        <thead>
          <tr className="border-b-2 border-indigo-800">
            {(["paper", "holder", "products", "validity", "acts"] as const).map((name) => (
              <th key={name} scope="col" className={cell}>{t(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <tr key={paper.id} className="border-b border-line" data-testid="paper" data-state={paper.state}>
              <td className={cell}>
                <span className="font-semibold">{kinds(paper.kind)}</span>
                <span className="block break-all">{paper.number}</span>
                {paper.scope_text ? <span className="block text-ink-soft">{paper.scope_text}</span> : null}
                {paper.evidence ? (
                  <a href={`/api/official/certificates/${paper.id}`} className="screen-only inline-flex min-h-11 items-center text-link" download>
                    {t("download")}
                  </a>
                ) : (
                  <span className="block text-ink-soft">{t("noFile")}</span>
                )}
              </td>
              <td className={cell}>
                {paper.holder_name}
                {paper.issuer ? <span className="block text-ink-soft">{paper.issuer}</span> : null}
              </td>
              <td className={cell}>
                {paper.products.map(({ id, handle, title, status }) => (
                  <span key={id} className="block">
                    {status === "published" ? <Link href={`/san-pham/${handle}`} className="text-link">{title}</Link> : title}
                  </span>
                ))}
              </td>
              <td className={cell}>
                <Badge tone={stateTones[paper.state]}>{states(paper.state)}</Badge>
                <span className="mt-1 block">{[paper.issued_on ? day(paper.issued_on) : null, paper.expires_on ? day(paper.expires_on) : rights("noEnd")].filter(Boolean).join(" – ")}</span>
                {paper.term?.exceeded ? <span className="block max-w-64 text-brick-600">{t("termExceeded", { months: paper.term.max_months, date: day(paper.term.latest) })}</span> : null}
              </td>
              <td className={`${cell} min-w-56`}>
                <ActLog log={paper.log} title={rights("log")} />
                {paper.review === "waiting" ? <DecideForm id={paper.id} acts={["confirm", "reject"]} seen={paper.evidence?.sha256 ?? null} /> : null}
                {paper.review === "confirmed" && !paper.revoked_on ? <DecideForm id={paper.id} acts={["revoke"]} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
