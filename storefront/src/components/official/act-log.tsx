import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import type { Log } from "@/lib/official/register-book";

/** Who did what, when and why, as it is kept for ever. */
export function ActLog({ log, title }: { log: Log; title: string }) {
  const t = useTranslations("common.registerLog");
  const locale = useLocale();
  if (log.length === 0) return null;
  return (
    <details className="text-sm" data-testid="act-log">
      <summary className="min-h-8 py-1 text-link">{title}</summary>
      <ul className="flex flex-col gap-1 pb-2">
        {log.map((line) => (
          <li key={`${line.action}/${line.at}`}>
            <span className="font-semibold">{t(line.action)}</span> · {formatDateTime(line.at, locale)} · {line.by}
            {line.reason ? <span className="block text-ink-soft">“{line.reason}”</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
