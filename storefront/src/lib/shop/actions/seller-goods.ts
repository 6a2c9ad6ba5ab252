"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { medusa } from "@/lib/backend";
import { cartId } from "../cart-cookie";
import { currentCart } from "../cart";
import { rememberCount } from "../remember-count";
import { forgetSaved, saveForLater } from "../saved-cookie";

/** Takes a shop's goods out of the basket; with `intent` "save" they are kept for later on this browser. */
export async function takeOutSeller(form: FormData): Promise<void> {
  const locale = await getLocale();
  const id = await cartId();
  const part = (await currentCart(locale))?.sellers.find(({ seller }) => seller.id === form.get("seller_id"));
  if (!id || !part) return;
  const { cart } = medusa({ locale }).store;
  for (const line of part.lines) await cart.deleteLineItem(id, line.id);
  if (form.get("intent") === "save") await saveForLater(part.lines.map((line) => line.listing_handle));
  await rememberCount(id, locale);
  revalidatePath("/", "layout");
}

export async function dropSaved(form: FormData): Promise<void> {
  await forgetSaved(String(form.get("handle")));
  revalidatePath("/", "layout");
}
