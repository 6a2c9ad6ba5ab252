import { getLocale, getTranslations } from "next-intl/server";
import { officialDoor } from "@/lib/door/doors";
import { callDoor } from "@/lib/door/session";
import { formatDate } from "@/lib/format/date";
import { historySchema } from "@/lib/official/list-import";

const cell = "px-2 py-2 text-left align-top first:pl-0";

/** The lists that changed the register, newest first. */
export async function ListHistory({ here }: { here: string }) {
  const [t, locale, answer] = await Promise.all([
    getTranslations("official.register"),
    getLocale(),
    callDoor(officialDoor, { path: "/official/official-lists", schema: historySchema, here }),
  ]);
  return (
    <section className="flex flex-col gap-2" data-testid="list-history">
      <h2>{t("history")}</h2>
      {!answer.ok ? <p className="text-ink-soft">{answer.message || t("historyFailed")}</p> : null}
      {answer.ok && answer.data.official_lists.length === 0 ? <p className="text-ink-soft">{t("historyEmpty")}</p> : null}
      {answer.ok && answer.data.official_lists.length > 0 ? (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t("history")}>
          <table className="w-full min-w-2xl border-collapse text-sm">
            <thead>
              <tr className="border-b-2 border-indigo-800">
                {(["when", "who", "file", "decision", "written"] as const).map((name) => (
                  <th key={name} scope="col" className={cell}>{t(name)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.data.official_lists.map((list) => (
                <tr key={list.id} className="border-b border-line">
                  <td className={`${cell} whitespace-nowrap`}>{formatDate(list.created_at, locale)}</td>
                  <td className={cell}>{list.actor_name}</td>
                  <td className={`${cell} break-all`}>{list.file_name}</td>
                  <td className={cell}>{[...new Set(list.decisions.flatMap(({ decision_no }) => decision_no ?? []))].join(", ")}</td>
                  <td className={cell}>{t("writtenCounts", { create: list.counts.create, update: list.counts.update })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
