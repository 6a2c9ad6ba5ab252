import { useLocale, useTranslations } from "next-intl";
import { FactList } from "@/components/dossier/fact-list";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import type { Rating } from "@/lib/dossier/types";
import { formatDate, formatDateTime } from "@/lib/format/date";

/** One council's work on a dossier: who handed in, whether they are enough, and what came out. */
export function RatingView({ dossierId, rating }: { dossierId: string; rating: Rating }) {
  const t = useTranslations("dossier.rating");
  const people = useTranslations("dossier.people");
  const locale = useLocale();
  const { quorum, result, minutes } = rating;
  const me = rating.seats.find((seat) => seat.me);
  return (
    <section className="flex flex-col gap-2 rounded border border-line bg-card p-4" data-testid={`rating-${rating.level}`}>
      <h2>{rating.council.name}</h2>
      <p className="text-sm text-ink-soft">
        {t(rating.form)} · {t("openedOn", { date: formatDate(rating.opened_on, locale) })}
        {rating.closed_at ? ` · ${t("closedAt", { date: formatDateTime(rating.closed_at, locale) })}` : null}
      </p>
      {result ? (
        <p data-testid="result" data-star={result.star}>
          <strong className="text-lg text-indigo-800">{t("average", { points: locale === "en" ? result.average : result.average.replace(".", ",") })}</strong>{" "}
          {result.star >= 3 ? t("star", { star: result.star }) : t("noStar")}
          {result.star < result.band ? ` ${t("capped", { band: result.band, criteria: result.capped_by.map((cap) => cap.criterion).join(", ") })}` : null}
        </p>
      ) : (
        <p data-testid="quorum">
          {t("quorum", { in: quorum.handed_in, of: quorum.of, needed: quorum.needed })} {quorum.reached ? t("enough") : t("notEnough")}
        </p>
      )}
      {rating.seats.length > 0 ? (
        <ul className="flex flex-col">
          {rating.seats.map((seat, index) => (
            <li key={seat.sheet_id ?? index} className="flex flex-wrap items-center gap-x-3 border-t border-line py-1.5">
              <span className={seat.me ? "font-semibold" : ""}>{seat.name}</span>
              <span className="text-sm text-ink-soft">{[people(`roles.${seat.role}`), seat.organisation].filter(Boolean).join(", ")}</span>
              <span className="ml-auto">
                {seat.recused_at ? (
                  <Badge tone="honey">{t("recused")}</Badge>
                ) : !seat.scores ? (
                  <Badge>{t("noSheet")}</Badge>
                ) : seat.handed_in_at ? (
                  <Badge tone="tea">{t("handedIn")}</Badge>
                ) : (
                  <Badge>{t("notYet")}</Badge>
                )}
              </span>
              {seat.recusal_reason ? <p className="w-full text-sm">{seat.recusal_reason}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {minutes ? (
        <FactList
          facts={[
            [t("heldOn"), formatDate(minutes.held_on, locale)],
            [t("place"), minutes.place],
            [t("discussion"), minutes.discussion],
            [t("conclusion"), minutes.conclusion],
          ]}
        />
      ) : null}
      {rating.closed_at || !me || me.role !== "member" || me.handed_in_at ? (
        <ButtonLink variant="secondary" href={`/dieu-hanh/ho-so/${dossierId}/so-sanh`} className="self-start" data-testid="to-comparison">
          {t("compare")}
        </ButtonLink>
      ) : null}
    </section>
  );
}
