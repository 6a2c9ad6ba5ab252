import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Message } from "@/components/ui/message";
import type { Comparison } from "@/lib/dossier/types";

const cell = "px-2 py-1.5 text-center align-top";

/** Criteria down, members across. A row where the members are apart is marked in words and colour. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("dossier.compare");
  const people = useTranslations("dossier.people");
  const locale = useLocale();
  const { members, criteria, average, star, band, capped_by, closed } = comparison;
  const number = (text: string) => (locale === "en" ? text : text.replace(".", ","));
  if (members.length === 0) return <Message title={t("none")} />;
  return (
    <>
      <p data-testid="comparison-result">
        {average ? <strong className="text-lg text-indigo-800">{t("average", { points: number(average) })}</strong> : null}{" "}
        {star !== null ? (star >= 3 ? t("star", { star }) : t("noStar")) : null} {closed ? t("closed") : t("preview")}
      </p>
      {capped_by.length > 0 ? (
        <div className="rounded-sm bg-honey-100 px-3 py-2 text-sm" data-testid="caps">
          <p className="font-semibold">{t("caps", { band: band ?? 0 })}</p>
          <ul className="list-disc pl-5">
            {capped_by.map((cap) => (
              <li key={cap.criterion}>{t("cap", { criterion: cap.criterion, title: cap.title, star: cap.star, count: cap.members_below })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("table")}>
        <table className="w-full border-collapse text-sm" data-testid="comparison" style={{ minWidth: `${24 + members.length * 7}rem` }}>
          <thead>
            <tr className="border-b-2 border-indigo-800">
              <th scope="col" className="px-2 py-1.5 text-left align-bottom">{t("criterion")}</th>
              <th scope="col" className={cell}>{t("self")}</th>
              {members.map((member) => (
                <th key={member.sheet_id} scope="col" className={cell}>
                  {member.name}
                  <span className="block font-normal text-ink-soft">{people(`roles.${member.role}`)}</span>
                </th>
              ))}
              <th scope="col" className={cell}>{t("mean")}</th>
              <th scope="col" className={cell}>{t("spread")}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => {
              const apart = criterion.spread >= 2 || (criterion.spread > 0 && criterion.spread === criterion.max);
              const notes = criterion.comments.flatMap((comment, index) => (comment ? [`${members[index]?.name ?? ""}: ${comment}`] : []));
              return (
                <tr key={criterion.no} className={`border-b border-line ${apart ? "bg-honey-100" : ""}`} data-testid={`compare-${criterion.no}`} data-apart={apart}>
                  <th scope="row" className="px-2 py-1.5 text-left align-top font-normal">
                    {criterion.no} {criterion.title} <span className="text-ink-soft">({criterion.max})</span>
                    {criterion.caps ? (
                      <span className="ml-1">
                        <Badge tone="brick">{t("keeps", { star: criterion.caps })}</Badge>
                      </span>
                    ) : null}
                    {notes.map((note) => (
                      <span key={note} className="block text-ink-soft">
                        {note}
                      </span>
                    ))}
                  </th>
                  <td className={`${cell} text-ink-soft`}>{criterion.self ?? "–"}</td>
                  {criterion.points.map((points, index) => (
                    <td key={members[index]?.sheet_id ?? index} className={cell}>
                      {points ?? "–"}
                    </td>
                  ))}
                  <td className={cell}>{number(criterion.average)}</td>
                  <td className={`${cell} ${apart ? "font-semibold" : ""}`}>{criterion.spread}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-indigo-800 font-semibold">
              <th scope="row" className="px-2 py-1.5 text-left">{t("total")}</th>
              <td className={cell}>–</td>
              {members.map((member) => (
                <td key={member.sheet_id} className={cell}>
                  {member.total}
                  <span className="block font-normal text-ink-soft">{member.star >= 3 ? t("stars", { star: member.star }) : t("noStarShort")}</span>
                </td>
              ))}
              <td className={cell}>{average ? number(average) : null}</td>
              <td className={cell}>–</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {members.some((member) => member.comment) ? (
        <section>
          <h2>{t("comments")}</h2>
          <dl>
            {members.map((member) =>
              member.comment ? (
                <div key={member.sheet_id} className="border-t border-line py-2 first:border-0">
                  <dt className="font-semibold">{member.name}</dt>
                  <dd className="whitespace-pre-line">{member.comment}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </section>
      ) : null}
    </>
  );
}
