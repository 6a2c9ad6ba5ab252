import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format/date";
import type { Certificate, StatementVerdict } from "@/lib/types";
import { differencesOf, type Difference } from "@/lib/verification/page-verdict";
import type { Statement } from "@/lib/verification/statement";

type Props = { certificate: Certificate; label: StatementVerdict | null };

/** What the signature on the label in the reader's hand adds to what the register says. */
export function LabelProof({ certificate, label }: Props) {
  const t = useTranslations("shop.certificate.label");
  if (!label) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  if (label.state === "genuine") {
    return (
      <Notice tone="good" title={t("genuine")} data-testid="label-proof">
        {t("genuineText")}
      </Notice>
    );
  }
  if (label.state !== "outdated" || !label.statement) return <Notice tone="info" title={t("code", { code: certificate.code })}>{t("codeText")}</Notice>;
  return (
    <Notice tone="warning" title={t("outdated")} data-testid="label-proof">
      <p>{t("outdatedText")}</p>
      <Differences certificate={certificate} statement={label.statement} />
    </Notice>
  );
}

function Differences({ certificate, statement }: { certificate: Certificate; statement: Statement }) {
  const t = useTranslations("shop.certificate");
  const locale = useLocale();
  const printed: Record<Difference, string> = {
    product: statement.product,
    producer: statement.producer ?? "–",
    star: t("starsOption", { star: statement.star }),
    decision: statement.decision ?? "–",
    issued: formatDate(statement.issued, locale),
    expires: formatDate(statement.expires, locale),
    issuer: statement.issuer ?? "–",
  };
  const fields = differencesOf(certificate, statement);
  if (fields.length === 0) return null;
  return (
    <ul className="mt-1 list-disc pl-5">
      {fields.map((field) => (
        <li key={field}>{t("label.printed", { field: t(field === "star" ? "stars" : field), value: printed[field] })}</li>
      ))}
    </ul>
  );
}
