import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date";
import type { GroupOrder } from "@/lib/types";

/** Why the shop delivers less than was ordered, in its own words where it left some. Empty for most orders. */
export function OrderShortfalls({ order: { shortfalls } }: { order: Pick<GroupOrder, "shortfalls"> }) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  return shortfalls.map(({ reason, note, at }) => (
    <p key={at} className="rounded bg-honey-100 p-3" data-testid="shortfall">
      <strong className="font-semibold">{t("shortfall", { when: formatDateTime(at, locale) })}</strong>
      {reason && reason !== "other" && t.has(`cancelReason.${reason}`) ? <span className="block">{t("cancelBecause", { reason: t(`cancelReason.${reason}`) })}</span> : null}
      {note ? <span className="block">“{note}”</span> : null}
    </p>
  ));
}
