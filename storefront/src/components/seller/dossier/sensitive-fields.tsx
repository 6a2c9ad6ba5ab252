import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { DossierForm } from "@/lib/dossier/types";

type Props = { form: DossierForm; errors: Record<string, string>; onChange: (part: Partial<DossierForm>) => void };

const withdrawn = { sensitive_consent: false, representative_gender: null, representative_ethnicity: null, representative_disability: null } as const;

/**
 * Gender, ethnicity and disability of the representative count in criterion 3.2 and stand in the form of the decision,
 * and are nobody's business otherwise: asked for only after consent, gone with it.
 */
export function SensitiveFields({ form, errors, onChange }: Props) {
  const t = useTranslations("dossier.sensitive");
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-3">
      <legend className="px-1 font-semibold">{t("title")}</legend>
      <p className="text-sm text-ink-soft">{t("why")}</p>
      <label className="flex min-h-12 items-center gap-3">
        <input
          type="checkbox"
          checked={form.sensitive_consent}
          onChange={(event) => onChange(event.target.checked ? { sensitive_consent: true } : withdrawn)}
          data-testid="sensitive-consent"
          className="size-6 shrink-0 accent-tea-700"
        />
        {t("consent")}
      </label>
      {form.sensitive_consent ? (
        <>
          <Select
            label={t("gender")}
            name="representative_gender"
            placeholder={t("notSaid")}
            options={[{ value: "female", label: t("female") }, { value: "male", label: t("male") }]}
            value={form.representative_gender ?? ""}
            error={errors["form.representative_gender"]}
            onChange={({ target: { value } }) => onChange({ representative_gender: value === "female" || value === "male" ? value : null })}
          />
          <TextField
            label={t("ethnicity")}
            name="representative_ethnicity"
            value={form.representative_ethnicity ?? ""}
            maxLength={300}
            autoComplete="off"
            error={errors["form.representative_ethnicity"]}
            onChange={(event) => onChange({ representative_ethnicity: event.target.value.trim() === "" ? null : event.target.value })}
          />
          <Select
            label={t("disability")}
            name="representative_disability"
            placeholder={t("notSaid")}
            options={[{ value: "yes", label: t("yes") }, { value: "no", label: t("no") }]}
            value={form.representative_disability === null ? "" : form.representative_disability ? "yes" : "no"}
            error={errors["form.representative_disability"]}
            onChange={({ target: { value } }) => onChange({ representative_disability: value === "" ? null : value === "yes" })}
          />
        </>
      ) : null}
    </fieldset>
  );
}
