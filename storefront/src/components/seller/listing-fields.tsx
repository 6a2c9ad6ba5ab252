"use client";

import { useLocale, useTranslations } from "next-intl";
import { TextArea, TextField } from "@/components/ui/text-field";
import { formatVnd } from "@/lib/format/money";
import { tooLong } from "@/lib/seller/listing-check";
import { type ListingField, type ListingText, pricePerBase, wholeNumber } from "@/lib/seller/listing-payload";
import { AmountField } from "./amount-field";
import { useListingCheck } from "./use-listing-check";
import { WholeNumberField } from "./whole-number-field";

const usualUnits = ["bag", "box", "packet", "jar", "bottle", "kilo"] as const;

export type FieldsProps = {
  text: ListingText;
  errors: Record<string, string>;
  onChange: (part: Partial<ListingText>) => void;
};

/** Everything about a product that is words or numbers. Stars are not among it: they come from the register. */
export function ListingFields({ text, errors, onChange }: FieldsProps) {
  const t = useTranslations("seller.listingForm");
  const { say } = useListingCheck();
  const long = (name: ListingField) => {
    const problem = tooLong(name, text[name]);
    return problem ? say(problem) : undefined;
  };
  const field = (name: ListingField) => ({
    name,
    error: errors[name],
    onValue: (value: string) => onChange({ [name]: value }),
    value: text[name],
  });
  return (
    <>
      <TextField
        label={t("title")}
        name="title"
        data-testid="title"
        hint={t("titleHint")}
        value={text.title}
        error={errors.title ?? long("title")}
        autoComplete="off"
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className="flex flex-col gap-2">
        <TextField
          label={t("unit")}
          name="unit"
          data-testid="unit"
          hint={t("unitHint")}
          value={text.unit}
          error={errors.unit ?? long("unit")}
          autoComplete="off"
          onChange={(event) => onChange({ unit: event.target.value })}
        />
        <div className="flex flex-wrap gap-2">
          {usualUnits.map((unit) => (
            <button
              key={unit}
              type="button"
              aria-pressed={text.unit === t(`units.${unit}`)}
              onClick={() => onChange({ unit: t(`units.${unit}`) })}
              className="min-h-12 min-w-14 rounded border border-edge bg-card px-3 aria-pressed:border-tea-700 aria-pressed:bg-tea-100 aria-pressed:font-semibold"
            >
              {t(`units.${unit}`)}
            </button>
          ))}
        </div>
      </div>
      <AmountField text={text} errors={errors} onChange={onChange} />
      <div className="flex flex-col gap-1">
        <WholeNumberField {...field("price_vnd")} label={t("price")} />
        <PricePreview text={text} />
      </div>
      <WholeNumberField {...field("stock_quantity")} label={t("stock")} />
      <label className="flex min-h-12 items-start gap-3">
        <input
          type="checkbox"
          name="perishable"
          value="yes"
          data-testid="perishable"
          className="mt-0.5 size-6 shrink-0 accent-tea-700"
          checked={text.perishable !== ""}
          onChange={(event) => onChange({ perishable: event.target.checked ? "yes" : "" })}
        />
        <span>
          <span className="font-semibold">{t("perishable")}</span>
          <span className="block text-sm text-ink-soft">{t("perishableHint")}</span>
        </span>
      </label>
      <TextArea
        label={t("description")}
        name="description"
        data-testid="description"
        hint={t("descriptionHint")}
        value={text.description}
        error={errors.description ?? long("description")}
        onChange={(event) => onChange({ description: event.target.value })}
      />
    </>
  );
}

/** The price as the buyer will read it, per piece and per kilo or litre, while it is typed. */
function PricePreview({ text }: { text: ListingText }) {
  const t = useTranslations("seller.listingForm");
  const units = useTranslations("common.units");
  const locale = useLocale();
  const priceVnd = wholeNumber(text.price_vnd);
  if (!priceVnd) return null;
  const base = pricePerBase(text);
  return (
    <p data-testid="price-preview" aria-live="polite">
      <strong>{t("priceEach", { price: formatVnd(priceVnd, locale), unit: text.unit || t("anyUnit") })}</strong>
      {base ? (
        <span className="block text-ink-soft">
          {t("priceBase", { price: formatVnd(base.amountVnd, locale), base: units(base.per) })}
        </span>
      ) : null}
    </p>
  );
}
