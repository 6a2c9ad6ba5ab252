"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";
import { type ShippingSettings, shippingAnswer } from "./tariff-schema";
import { readTariff, tariffAsTyped, tariffFields, type TariffText } from "./tariff-text";

export type TariffState = FormState & {
  text: TariffText;
  own: boolean;
  examples: ShippingSettings["examples"];
  done: "saved" | "tried" | "reset" | null;
};

const here = "/ban-hang/them/giao-hang";
const paths = { save: "/seller/shipping", try: "/seller/shipping/preview", reset: "/seller/shipping/reset" } as const;
const outcomes = { save: "saved", try: "tried", reset: "reset" } as const;

/** Saves the tariff, tries it out, or goes back to the house's. A refusal loses nothing that was typed. */
export async function saveTariff(before: TariffState, form: FormData): Promise<TariffState> {
  const [t, words, locale] = await Promise.all([getTranslations("seller.form"), getTranslations("seller.shipping"), getLocale()]);
  const text = Object.fromEntries(tariffFields.map((field) => [field, String(form.get(field) ?? "").slice(0, 40)]));
  const asked = form.get("intent");
  const intent = asked === "try" || asked === "reset" ? asked : "save";
  const { body, problems } = readTariff(text);
  const fields = Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, words(`problems.${problem}`)]));
  if (intent !== "reset" && Object.keys(fields).length > 0) return { ...before, text, fields, error: t("checkFields"), done: null };
  const answer = await callDoor(sellerDoor, { path: paths[intent], here, body: intent === "reset" ? {} : body, schema: shippingAnswer });
  if (!answer.ok) {
    const { max_parcel_grams, ...others } = answer.fields;
    const wrong = { ...others, ...(max_parcel_grams ? { max_parcel_kg: words("problems.kilograms") } : {}) };
    const error = answer.status === 0 ? t("network") : Object.keys(wrong).length > 0 ? t("checkFields") : answer.message || t("refused");
    return { ...before, text, fields: wrong, error, done: null };
  }
  if (intent !== "try") revalidatePath("/", "layout");
  const { tariff, own, examples } = answer.data;
  return { text: tariffAsTyped(tariff, locale), own, examples, error: null, fields: {}, done: outcomes[intent] };
}
