import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/format/date";
import { placeTitle } from "@/lib/format/place";
import type { Right } from "@/lib/official/register-book";
import { ActLog } from "./act-log";
import { RevokeForm } from "./revoke-form";

const cell = "px-2 py-2 text-left align-top first:pl-0";
const tones = { valid: "tea", not_yet: "plain", expired: "plain", revoked: "brick" } as const;

/** Wider than a phone: it scrolls sideways in its own box there, and fits on paper. */
export function RightsTable({ rights }: { rights: Right[] }) {
  const t = useTranslations("official.rights");
  const kinds = useTranslations("common.signKind");
  const locale = useLocale();
  const day = (date: string) => formatDate(date, locale);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("title")}>
      <table className="w-full min-w-4xl border-collapse text-sm print:min-w-0">
        <thead>
          <tr className="border-b-2 border-indigo-800">
            {(["producer", "sign", "document", "period", "zone", "acts"] as const).map((name) => (
              <th key={name} scope="col" className={cell}>{t(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right.id} className="border-b border-line" data-testid="right" data-status={right.status}>
              <td className={cell}>
                <span className="font-semibold">{right.producer_name}</span>
                {right.product_name ? <span className="block">{right.product_name}</span> : null}
                <span className="block text-ink-soft">{right.commune ? placeTitle(right.commune, locale) : t("unknownPlace")}</span>
              </td>
              <td className={cell}>
                {right.gi.name}, {right.gi.product}
                <span className="block text-ink-soft">{kinds(right.gi.kind)}</span>
              </td>
              <td className={cell}>
                {right.document_no}
                <span className="block text-ink-soft">{right.issued_by}</span>
              </td>
              <td className={cell}>
                <Badge tone={tones[right.status]}>{t(`status_${right.status}`)}</Badge>
                <span className="mt-1 block whitespace-nowrap">{day(right.issued_on)} – {right.expires_on ? day(right.expires_on) : t("noEnd")}</span>
                {right.revoked_on ? <span className="block text-brick-600">{t("status_revoked")}: {day(right.revoked_on)}</span> : null}
              </td>
              <td className={cell}>{right.zone_finding ? t(`finding_${right.zone_finding}`) : ""}</td>
              <td className={`${cell} min-w-56`}>
                <ActLog log={right.log} title={t("log")} />
                {right.revoked_on ? null : <RevokeForm id={right.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
