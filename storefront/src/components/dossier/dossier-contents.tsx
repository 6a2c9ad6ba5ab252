import { useLocale, useTranslations } from "next-intl";
import { holdsKeys } from "@/lib/dossier/names";
import type { Sheet } from "@/lib/dossier/sheet";
import type { Dossier, DossierForm } from "@/lib/dossier/types";
import { formatDate } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";
import { AttachmentList } from "./attachment-list";
import { FactList } from "./fact-list";
import { SelfAssessmentView } from "./self-assessment-view";

type Props = { door: "seller" | "official"; dossier: Dossier; sheet: Sheet };
type Name = keyof DossierForm;

/** Everything the producer gave, to read. */
export function DossierContents({ door, dossier, sheet }: Props) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const { form } = dossier;
  const row = (name: Name, value: string | number | null) => [t(`fields.${name}`), value] as const;
  const own = (name: Name) => row(name, typeof form[name] === "string" || typeof form[name] === "number" ? (form[name] as string | number) : null);
  const held = holdsKeys.filter((key) => form.holds[key]);
  return (
    <section className="flex flex-col gap-3" data-testid="contents">
      <h2>{t("contents.title")}</h2>
      <details open className="rounded border border-line bg-card px-4">
        <summary className="min-h-12 py-3 font-semibold">{t("contents.about")}</summary>
        <FactList
          facts={[
            own("applicant_name"),
            row("organisation_kind", form.organisation_kind ? t(`organisations.${form.organisation_kind}`) : null),
            own("address"),
            row("phone", form.phone ? formatPhone(form.phone) : null),
            own("email"),
            own("representative_name"),
            own("representative_position"),
            own("representative_residence"),
            [t("sensitive.gender"), form.representative_gender ? t(`sensitive.${form.representative_gender}`) : null],
            [t("sensitive.ethnicity"), form.representative_ethnicity],
            [t("sensitive.disability"), form.representative_disability === null ? null : t(form.representative_disability ? "sensitive.yes" : "sensitive.no")],
            own("registration_no"),
            row("registered_on", form.registered_on ? formatDate(form.registered_on, locale) : null),
          ]}
        />
      </details>
      <details className="rounded border border-line bg-card px-4">
        <summary className="min-h-12 py-3 font-semibold">{t("contents.product")}</summary>
        <FactList
          facts={[
            own("product_name"),
            [t("contents.set"), t("setName", { no: dossier.product_set.set_no, name: dossier.product_set.name })],
            own("product_description"),
            own("samples"),
            [t("holdsTitle"), held.map((key) => t(`holds.${key}`)).join("\n")],
            own("other_ip"),
            [t("contents.former"), dossier.former ? [dossier.former.name, dossier.former.code, dossier.former.star ? t("contents.star", { star: dossier.former.star }) : ""].filter(Boolean).join(", ") : null],
          ]}
        />
      </details>
      <details className="rounded border border-line bg-card px-4">
        <summary className="min-h-12 py-3 font-semibold">{t("contents.story")}</summary>
        <FactList facts={(["changes", "late_reason", "history", "structure", "raw_materials", "quality_changes", "markets", "business_results", "plan"] as const).map(own)} />
      </details>
      <details className="rounded border border-line bg-card px-4" data-testid="contents-assessment">
        <summary className="min-h-12 py-3 font-semibold">
          {t("contents.assessment")}
          {dossier.self_rating ? <span className="font-normal text-ink-soft"> {t("contents.total", { points: dossier.self_rating.total })}</span> : null}
        </summary>
        <SelfAssessmentView door={door} dossierId={dossier.id} sheet={sheet} given={dossier.self_assessment} attachments={dossier.attachments} />
      </details>
      <details open className="rounded border border-line bg-card px-4" data-testid="contents-files">
        <summary className="min-h-12 py-3 font-semibold">{t("contents.files", { count: dossier.attachments.length })}</summary>
        <AttachmentList door={door} dossierId={dossier.id} attachments={dossier.attachments} />
      </details>
    </section>
  );
}
