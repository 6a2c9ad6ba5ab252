"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";
import { toOption } from "@/lib/place/to-option";
import type { PlaceOption } from "@/lib/place/types";
import { currentBuyer } from "../buyer";
import { keepAddress } from "../buyer-session";
import { cartId, forgetCart } from "../cart-cookie";
import { rememberDestination } from "../destination-cookie";
import { readDelivery, toDeliveryBody, toFormFields, type DeliveryValues } from "../delivery-values";
import { rememberOrder } from "../order-cookie";
import { listCommunes } from "../places";
import { openVnpay } from "../open-vnpay";
import { vnpayDoor } from "../start-vnpay";

export type DeliveryState = {
  values: DeliveryValues;
  /** The communes of the chosen province, so that the form works before scripts have come. */
  communes: PlaceOption[];
  problem: string;
  fields: Record<string, string>;
};

/** Tells the backend where to; on success the page shows shipping and total, on refusal all that was typed stays. */
export async function saveDelivery(_before: DeliveryState | null, form: FormData): Promise<DeliveryState> {
  const locale = await getLocale();
  const id = await cartId();
  if (!id) redirect(localeHref(locale, "/gio-hang"));
  const values = readDelivery(form);
  try {
    const body = toDeliveryBody(values, await currentBuyer(locale));
    await callBackend(`/store/carts/${encodeURIComponent(id)}/delivery`, { locale, method: "POST", body });
  } catch (error) {
    const communes = await listCommunes(values.province_code, locale).catch(() => []);
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("saving the delivery address failed", error);
    const t = await getTranslations("shop.checkout");
    return {
      values,
      communes: communes.map(toOption),
      problem: refused ? error.message : t("failed"),
      fields: refused ? toFormFields(error.fields, values) : {},
    };
  }
  await rememberDestination(values);
  await keepAddress(values, locale);
  revalidatePath("/", "layout");
  redirect(localeHref(locale, "/thanh-toan"));
}

export type PlaceState = { problem: string; soldOut: boolean } | null;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Placed = { order_group: { id: string; access_token: string } };

/** Another request may hold the same basket for a moment (a double tap): wait and ask again. */
async function place(cart: string, rail: string, locale: string): Promise<Placed> {
  for (let attempt = 1; ; attempt++) {
    try {
      const path = `/store/carts/${encodeURIComponent(cart)}/place`;
      return await callBackend<Placed>(path, { locale, method: "POST", body: { rail }, signal: AbortSignal.timeout(60_000) });
    } catch (error) {
      const busy = error instanceof BackendError && error.code === "checkout.in_progress";
      if (!busy || attempt === 4) throw error;
      await pause(1000 * attempt);
    }
  }
}

export async function placeOrder(_before: PlaceState, form: FormData): Promise<PlaceState> {
  const locale = await getLocale();
  const id = await cartId();
  if (!id) redirect(localeHref(locale, "/gio-hang"));
  const chosen = form.get("rail");
  const rail = chosen === "vnpay" || chosen === "cod" ? chosen : "vietqr";
  let placed: Placed;
  try {
    placed = await place(id, rail, locale);
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error("placing the order failed", error);
    // The page must show the prices and the stock that the refusal speaks of.
    if (refused) revalidatePath("/", "layout");
    const t = await getTranslations("shop.checkout");
    return { problem: refused ? error.message : t("failed"), soldOut: refused && ["checkout.out_of_stock", "checkout.cannot_ship", "checkout.not_for_sale"].includes(error.code) };
  }
  await rememberOrder(placed.order_group.id, placed.order_group.access_token);
  await forgetCart();
  const { id: orderGroupId, access_token } = placed.order_group;
  // The order stands now: if VNPay cannot be opened, its page offers to try again.
  const vnpay = rail === "vnpay" ? await openVnpay({ orderGroupId, accessToken: access_token, bankCode: vnpayDoor(form.get("bank_code")), locale }) : null;
  redirect(vnpay ?? localeHref(locale, `/don-hang/${orderGroupId}`));
}
