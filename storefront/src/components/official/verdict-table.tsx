import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { remarksOf, type Verdict, type VerdictKind } from "@/lib/official/list-import";

const cell = "px-2 py-2 text-left align-top first:pl-0";
const tones = { error: "brick", ambiguous: "honey", create: "tea", update: "indigo", unchanged: "plain" } as const satisfies Record<VerdictKind, string>;
/** More than this many rows are not put on the page; the file of verdicts has all. */
const mostRows = 300;

export function VerdictTable({ verdicts }: { verdicts: Verdict[] }) {
  const t = useTranslations("official.listImport");
  const locale = useLocale();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("verdicts")}>
      <table className="w-full min-w-2xl border-collapse text-sm">
        <thead>
          <tr className="border-b-2 border-indigo-800">
            {(["row", "verdict", "product", "stars", "remarks"] as const).map((name) => (
              <th key={name} scope="col" className={cell}>{t(name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdicts.slice(0, mostRows).map((verdict) => (
            <tr key={verdict.row} data-testid={`verdict-${verdict.row}`} data-kind={verdict.kind} className="border-b border-line">
              <td className={cell}>{verdict.row}</td>
              <td className={cell}>
                <Badge tone={tones[verdict.kind]}>{t(`kinds.${verdict.kind}`)}</Badge>
              </td>
              <th scope="row" className={cell}>
                {verdict.name}
                <span className="block font-normal text-ink-soft">{verdict.producer_name}</span>
              </th>
              <td className={cell}>{verdict.star}</td>
              <td className={cell}>{remarksOf(verdict, locale, (field) => (t.has(`fields.${field}`) ? t(`fields.${field}`) : field))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {verdicts.length > mostRows ? <p className="py-2 text-ink-soft">{t("more", { count: verdicts.length - mostRows })}</p> : null}
    </div>
  );
}
