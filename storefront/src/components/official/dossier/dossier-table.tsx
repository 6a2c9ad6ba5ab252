import { useLocale, useTranslations } from "next-intl";
import { StateBadge } from "@/components/dossier/state-badge";
import { Badge } from "@/components/ui/badge";
import { SortArrow } from "@/components/official/sort-arrow";
import { Link } from "@/i18n/link";
import type { DossierCard } from "@/lib/dossier/types";
import { formatDate } from "@/lib/format/date";
import { isFormAct } from "@/lib/official/dossier/act-fields";
import { dossierOrder, type DossierQuery, type DossierSort, dossierSortLink, dossiersHref } from "@/lib/official/dossier/query";

const cell = "px-2 py-2 text-left align-top first:pl-0";

/** What each column is called, and what its heading sorts by. */
const columns: readonly { name: "product" | "commune" | "state" | "due" | "submitted"; sort?: DossierSort }[] = [
  { name: "product", sort: "name" },
  { name: "commune", sort: "commune" },
  { name: "state" },
  { name: "due", sort: "deadline" },
  { name: "submitted", sort: "submitted" },
];

/** Wider than a phone: there every dossier stands as a card, on a desk as a line of a table. A phone sorts in the form above. */
export function DossierTable({ dossiers, query }: { dossiers: DossierCard[]; query: DossierQuery }) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const due = (dossier: DossierCard) =>
    dossier.deadline ? (
      <span className={dossier.deadline.overdue ? "font-semibold text-brick-600" : ""}>
        {formatDate(dossier.deadline.due_on, locale)}
        <span className="block text-sm">
          {dossier.deadline.overdue ? t("desk.late", { count: -dossier.deadline.days_left }) : t("desk.left", { count: dossier.deadline.days_left })}
        </span>
      </span>
    ) : null;
  const order = dossierOrder(query);
  const mine = (dossier: DossierCard) => dossier.acts.some((act) => act === "score" || (isFormAct(act) && act !== "recuse"));
  return (
    <table className="block w-full border-collapse text-sm md:table" data-testid="dossiers">
      <thead className="hidden md:table-header-group">
        <tr className="border-b-2 border-indigo-800">
          {columns.map(({ name, sort }) => (
            <th key={name} scope="col" className="px-2 text-left align-middle first:pl-0" aria-sort={order.by !== sort ? undefined : order.descending ? "descending" : "ascending"}>
              {sort ? (
                <Link href={dossiersHref(dossierSortLink(sort, query))} scroll={false} data-testid={`sort-${sort}`} className="inline-flex min-h-11 items-center gap-1 font-semibold text-indigo-800">
                  {t(`desk.${name}`)}
                  {order.by === sort ? <SortArrow down={order.descending} /> : null}
                </Link>
              ) : (
                t(`desk.${name}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {dossiers.map((dossier) => (
          <tr key={dossier.id} data-testid={`dossier-${dossier.id}`} className="block border-b border-line py-2 md:table-row md:py-0">
            <th scope="row" className={`${cell} block pl-0 md:table-cell`}>
              <Link href={`/dieu-hanh/ho-so/${dossier.id}`} className="inline-flex min-h-11 items-center text-base text-link md:min-h-0">
                {dossier.product_name ?? t("noName")}
              </Link>
              <span className="block font-normal">{dossier.applicant_name}</span>
              <span className="block font-normal text-ink-soft">
                {t(`kinds.${dossier.kind}`)} · {t("setName", { no: dossier.product_set.set_no, name: dossier.product_set.name })}
              </span>
            </th>
            <td className={`${cell} block pl-0 md:table-cell md:pl-2`}>{locale === "en" ? dossier.commune.name : dossier.commune.full_name}</td>
            <td className={`${cell} block pl-0 md:table-cell md:pl-2`}>
              <span className="flex flex-wrap gap-1">
                <StateBadge state={dossier.state} star={dossier.star} />
                {mine(dossier) ? <Badge tone="tea">{t("desk.yours")}</Badge> : null}
              </span>
            </td>
            <td className={`${cell} block pl-0 md:table-cell md:pl-2 md:whitespace-nowrap`}>{due(dossier)}</td>
            <td className={`${cell} block pl-0 md:table-cell md:pl-2`}>
              {dossier.submitted_on ? (
                <span className="block whitespace-nowrap">
                  <span className="md:hidden">{t("desk.handedIn")} </span>
                  {formatDate(dossier.submitted_on, locale)}
                </span>
              ) : null}
              {dossier.receipt_no}
              {dossier.province_receipt_no ? <span className="block">{dossier.province_receipt_no}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
