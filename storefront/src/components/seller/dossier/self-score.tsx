import { useTranslations } from "next-intl";
import type { scoreSoFar } from "@/lib/dossier/sheet";
import type { Dossier } from "@/lib/dossier/types";

type Props = { total: ReturnType<typeof scoreSoFar>; rating: Dossier["self_rating"] };

/** The sum of the self-assessment, always in sight: what it would give, and how much is not answered yet. */
export function SelfScore({ total, rating }: Props) {
  const t = useTranslations("dossier.sheet");
  const open = total.criteria - total.chosen;
  const star = rating?.star ?? 0;
  return (
    <div className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 text-sm" data-testid="self-score" data-points={total.points}>
      <p>
        <strong className="text-base font-semibold">{t("sum", { points: total.points, max: total.max })}</strong>{" "}
        <span className="text-ink-soft">{open > 0 ? t("open", { count: open }) : t("allAnswered")}</span>
      </p>
      {rating && total.chosen > 0 ? (
        <p>
          {star >= 3 ? t("wouldGive", { star }) : t("wouldGiveNone")}
          {rating.capped_by.length > 0 ? ` ${t("heldBy", { criteria: rating.capped_by.map((cap) => cap.criterion).join(", ") })}` : null}
        </p>
      ) : null}
    </div>
  );
}
