import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format/date";
import type { Deadline } from "@/lib/dossier/types";

/** Until when the authority should be done, by which rule, and whether that day is past. */
export function DeadlineText({ deadline, forProducer = false }: { deadline: Deadline; forProducer?: boolean }) {
  const t = useTranslations("dossier.deadline");
  const locale = useLocale();
  const date = formatDate(deadline.due_on, locale);
  const late = -deadline.days_left;
  return (
    <p className={`text-sm ${deadline.overdue ? "font-semibold text-brick-600" : "text-ink-soft"}`} data-testid="deadline" data-overdue={deadline.overdue}>
      {deadline.overdue ? t(forProducer ? "overdueFor" : "overdue", { date, count: late }) : t("due", { date, count: deadline.days_left })}{" "}
      <span className="font-normal text-ink-soft">
        {t(deadline.basis)}
        {deadline.provisional ? ` ${t("provisional")}` : null}
      </span>
    </p>
  );
}
