import { useLocale, useTranslations } from "next-intl";
import type { DossierEvent } from "@/lib/dossier/types";
import { formatDate, formatDateTime } from "@/lib/format/date";

/** What happened, the latest first: who, when, which paper, and why. */
export function Timeline({ events }: { events: readonly DossierEvent[] }) {
  const t = useTranslations("dossier.timeline");
  const locale = useLocale();
  const shown = [...events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="flex flex-col gap-2" data-testid="timeline">
      <h2>{t("title")}</h2>
      <ol className="flex flex-col border-l-2 border-line">
        {shown.map((event, index) => (
          <li key={`${event.at}-${index}`} className="relative pb-3 pl-4" data-testid={`event-${event.act}`}>
            <span aria-hidden="true" className="absolute top-2 -left-[5px] size-2 rounded-full bg-indigo-800" />
            <p className="font-semibold">{t.has(`acts.${event.act}`) ? t(`acts.${event.act}`) : event.act}</p>
            <p className="text-sm text-ink-soft">
              {formatDateTime(event.at, locale)} · {t.has(`roles.${event.by.role}`) ? t(`roles.${event.by.role}`) : event.by.role}
              {event.by.name ? `, ${event.by.name}` : ""}
            </p>
            {event.document_no ? (
              <p className="text-sm">{event.document_date ? t("documentOf", { no: event.document_no, date: formatDate(event.document_date, locale) }) : event.document_no}</p>
            ) : null}
            {event.note ? <p className="text-sm whitespace-pre-line">{event.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
