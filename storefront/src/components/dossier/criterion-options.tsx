import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { SheetCriterion } from "@/lib/dossier/sheet";

type Props = {
  criterion: SheetCriterion;
  value: number | null | undefined;
  onChange: (index: number) => void;
  disabled?: boolean;
  /** The option the producer ticked, marked for a council member; undefined where there is nothing to mark. */
  producers?: number | null;
};

/** The options of one criterion as big taps, each with its points and the star it is the least for. */
export function CriterionOptions({ criterion, value, onChange, disabled = false, producers }: Props) {
  const t = useTranslations("dossier.sheet");
  const options = criterion.mayBeNone ? [none, ...criterion.options] : criterion.options;
  return (
    <div className="flex flex-col gap-2">
      {options.map((option, position) => {
        const words = option.index === 0 ? t(criterion.options[0]?.text === null ? "noneOfIt" : "none") : (option.text ?? t("reached"));
        const newCase = option.caseTitle && option.caseTitle !== options[position - 1]?.caseTitle ? option.caseTitle : null;
        return (
          <div key={option.index} className="flex flex-col gap-2">
            {newCase ? <p className="pt-1 text-sm font-semibold">{newCase}</p> : null}
            <label className="flex min-h-12 cursor-pointer gap-3 rounded border border-edge bg-card p-3 has-checked:border-tea-700 has-checked:bg-tea-100 has-disabled:cursor-default has-focus-visible:outline-3 has-focus-visible:outline-indigo-800">
              <input
                type="radio"
                name={`criterion-${criterion.no}`}
                value={option.index}
                checked={value === option.index}
                disabled={disabled}
                onChange={() => onChange(option.index)}
                data-testid={`option-${criterion.no}-${option.index}`}
                className="mt-1 size-5 shrink-0 accent-tea-700"
              />
              <span className="flex min-w-0 grow flex-col gap-1">
                <span>{words}</span>
                <span className="flex flex-wrap items-center gap-2 text-sm">
                  <strong className="font-semibold">{t("points", { count: option.points })}</strong>
                  {option.min_star ? <Badge tone="honey">{t("leastFor", { star: option.min_star })}</Badge> : null}
                  {producers === option.index ? <Badge tone="indigo">{t("producerChose")}</Badge> : null}
                </span>
              </span>
            </label>
          </div>
        );
      })}
    </div>
  );
}

const none = { index: 0, points: 0, min_star: null, text: null, caseTitle: null } as const;
