import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import type { HistoryLine } from "@/lib/official/register-schemas";

/** Who did what to the product, when and by which document; the latest first. Nothing is ever taken out of it. */
export function HistoryLines({ lines }: { lines: HistoryLine[] }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const shown = (value: string | number | boolean | null) => (value === null || value === "" ? "–" : String(value));
  return (
    <section className="flex flex-col gap-2" data-testid="history">
      <h2>{t("history.title")}</h2>
      {lines.length === 0 ? <p className="text-ink-soft">{t("history.empty")}</p> : null}
      <ol>
        {lines.map((line) => (
          <li key={line.id} className="border-b border-line py-2 text-sm" data-testid={`act-${line.act}`}>
            <p>
              <strong>{t(`history.acts.${line.act}`)}</strong> · {line.actor_name} · {formatDateTime(line.at, locale)}
              {line.document_no ? ` · ${line.document_no}` : ""}
            </p>
            <ul className="text-ink-soft">
              {line.fields.map(({ field, before, after }) => (
                <li key={field} className="break-words">
                  {t.has(`history.fields.${field}`) ? t(`history.fields.${field}`) : field}: {before === null ? "" : `${shown(before)} → `}
                  {field === "revocation_ground" && typeof after === "string" ? t(`grounds.${after}`) : shown(after)}
                </li>
              ))}
            </ul>
            {line.warnings.map((code) => {
              const [name = "", days = "0"] = code.split(":");
              return <p key={code} className="text-ink">{t.has(`act.warnings.${name}`) ? t(`act.warnings.${name}`, { days: Number(days) }) : name}</p>;
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
