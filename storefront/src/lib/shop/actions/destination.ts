"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";
import { toOption } from "@/lib/place/to-option";
import type { PlaceOption } from "@/lib/place/types";
import { cartId } from "../cart-cookie";
import { rememberDestination } from "../destination-cookie";
import { listCommunes } from "../places";

export type DestinationState = {
  values: { province_code: string; commune_code: string };
  /** The communes of the chosen province, so that the form works before scripts have come. */
  communes: PlaceOption[];
  problem: string;
  fields: Record<string, string>;
};

/** Tells the basket where to; the page then shows each shop's fee and days, or that it does not deliver there. */
export async function chooseDestination(_before: DestinationState | null, form: FormData): Promise<DestinationState> {
  const locale = await getLocale();
  const id = await cartId();
  if (!id) redirect(localeHref(locale, "/gio-hang"));
  const values = { province_code: String(form.get("province_code") ?? ""), commune_code: String(form.get("commune_code") ?? "") };
  try {
    await callBackend(`/store/carts/${encodeURIComponent(id)}/destination`, { locale, method: "POST", body: values });
  } catch (error) {
    const communes = await listCommunes(values.province_code, locale).catch(() => []);
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("quoting the delivery failed", error);
    const t = await getTranslations("shop.checkout");
    return { values, communes: communes.map(toOption), problem: refused ? error.message : t("failed"), fields: refused ? error.fields : {} };
  }
  await rememberDestination(values);
  revalidatePath("/", "layout");
  redirect(localeHref(locale, "/gio-hang"));
}
