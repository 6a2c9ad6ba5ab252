import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/format/date";
import type { DeskProduct } from "@/lib/official/register-schemas";
import { ActForm, type ActField } from "./act-form";
import { Fold } from "@/components/ui/fold";

/** Where else the product is sold. Nobody but a person looks there: the addresses are never fetched from here. */
export function ExternalSection({ product }: { product: DeskProduct }) {
  const t = useTranslations("desk.external");
  const locale = useLocale();
  const { id, external_listings: sales } = product;
  const evidence: ActField = { name: "evidence", kind: "text", label: t("evidence"), hint: t("evidenceHint"), optional: true };
  return (
    <section className="flex flex-col gap-2" data-testid="external">
      <h2>{t("title")}</h2>
      <p className="max-w-prose text-sm text-ink-soft">{t("text")}</p>
      <ul>
        {sales.map((sale) => (
          <li key={sale.id} className="flex flex-col gap-2 border-b border-line py-3" data-testid={`external-${sale.id}`}>
            <p>
              <strong>{sale.platform_name}</strong>{" "}
              <a href={sale.url} rel="noopener noreferrer nofollow ugc" target="_blank" className="break-all text-link">{sale.url}</a>
            </p>
            <p className="text-sm text-ink-soft" data-testid="external-state">
              {sale.last_checked_on && sale.check_result
                ? t(sale.check_result, { date: formatDate(sale.last_checked_on, locale), name: sale.checked_by_name ?? "" })
                : t("unchecked", { name: sale.added_by_name })}
              {" · "}
              {t(sale.counts ? "counts" : "countsNot")}
            </p>
            {sale.evidence ? <p className="text-sm">{sale.evidence}</p> : null}
            <Fold title={t("check")} data-testid="check-external">
              <div className="pt-2 pb-3">
                <ActForm
                  target={{ act: "check_external", product: id, part: sale.id }}
                  submit={t("checkSubmit")}
                  done={t("checked")}
                  data-testid="check-form"
                  fields={[{ name: "result", kind: "select", label: t("result"), options: [{ value: "on_sale", label: t("resultOnSale") }, { value: "gone", label: t("resultGone") }] }, evidence]}
                />
                <div className="mt-4">
                  <ActForm target={{ act: "remove_external", product: id, part: sale.id }} submit={t("remove")} done={t("removed")} look="secondary" data-testid="remove-form" />
                </div>
              </div>
            </Fold>
          </li>
        ))}
      </ul>
      <Fold title={t("add")} data-testid="add-external">
        <div className="pt-2 pb-3">
          <ActForm
            target={{ act: "add_external", product: id }}
            submit={t("addSubmit")}
            done={t("added")}
            data-testid="external-form"
            fields={[
              { name: "url", kind: "url", label: t("url"), hint: t("urlHint") },
              { name: "checked", kind: "select", label: t("looked"), options: [{ value: "yes", label: t("lookedYes") }, { value: "no", label: t("lookedNo") }] },
              evidence,
            ]}
          />
        </div>
      </Fold>
    </section>
  );
}
