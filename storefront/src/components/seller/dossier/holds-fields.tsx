import { useTranslations } from "next-intl";
import { holdsKeys } from "@/lib/dossier/names";
import type { DossierForm } from "@/lib/dossier/types";

type Props = { value: DossierForm["holds"]; onChange: (value: DossierForm["holds"]) => void };

/** The check boxes a) to d) of the self-assessment report: papers the producer has. */
export function HoldsFields({ value, onChange }: Props) {
  const t = useTranslations("dossier");
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-semibold">{t("holdsTitle")}</legend>
      {holdsKeys.map((key) => (
        <label key={key} className="flex min-h-12 items-center gap-3 border-b border-line py-1">
          <input
            type="checkbox"
            checked={value[key]}
            onChange={(event) => onChange({ ...value, [key]: event.target.checked })}
            data-testid={`holds-${key}`}
            className="size-6 shrink-0 accent-tea-700"
          />
          {t(`holds.${key}`)}
        </label>
      ))}
    </fieldset>
  );
}
