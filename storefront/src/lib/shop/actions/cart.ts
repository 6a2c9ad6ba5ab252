"use server";

import { FetchError } from "@medusajs/js-sdk";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackendOrNull, medusa } from "@/lib/backend";
import type { CartPreview } from "@/lib/types";
import { createCart } from "../cart";
import { cartId } from "../cart-cookie";
import { rememberCount } from "../remember-count";
import { forgetSaved } from "../saved-cookie";

/** `sold_out`: less is left than was asked for; `failed`: something else went wrong, nothing was changed. */
export type CartActionState = { problem: "sold_out" | "failed" } | { added: true } | null;

function wholeNumber(form: FormData, name: string): number {
  const value = Number(form.get(name));
  return Number.isInteger(value) && value >= 0 && value <= 9999 ? value : 1;
}

function problemOf(error: unknown): CartActionState {
  if (error instanceof FetchError && error.status === 400) return { problem: "sold_out" };
  if (error instanceof FetchError && error.status && error.status < 500) return { problem: "failed" };
  console.error("basket change failed", error);
  return { problem: "failed" };
}

/** The basket to put things in: the one this browser has, unless it was already paid for or is gone. */
async function openCart(locale: string): Promise<string> {
  const known = await cartId();
  if (known) {
    const preview = await callBackendOrNull<CartPreview>(`/store/carts/${encodeURIComponent(known)}/preview`, { locale }).catch(() => null);
    if (preview) return known;
  }
  return createCart(locale);
}

/** A basket that was ordered from another tab takes nothing more: then a fresh one does. */
async function putInCart(line: { variant_id: string; quantity: number }, locale: string): Promise<string> {
  const { cart } = medusa({ locale }).store;
  const id = await openCart(locale);
  try {
    await cart.createLineItem(id, line, { fields: "id" });
    return id;
  } catch (error) {
    if (!(error instanceof FetchError) || !/completed/i.test(error.message)) throw error;
    const fresh = await createCart(locale);
    await cart.createLineItem(fresh, line, { fields: "id" });
    return fresh;
  }
}

export async function addToCart(_before: CartActionState, form: FormData): Promise<CartActionState> {
  const locale = await getLocale();
  try {
    const line = { variant_id: String(form.get("variant_id")), quantity: Math.max(1, wholeNumber(form, "quantity")) };
    const id = await putInCart(line, locale);
    await rememberCount(id, locale);
    revalidatePath("/", "layout");
    return { added: true };
  } catch (error) {
    return problemOf(error);
  }
}

/** What was saved for later goes back; it stays saved when that does not work. */
export async function putBack(form: FormData): Promise<void> {
  const state = await addToCart(null, form);
  if (state && "added" in state) await forgetSaved(String(form.get("handle")));
}

/** Quantity 0 takes the line out. */
export async function changeQuantity(_before: CartActionState, form: FormData): Promise<CartActionState> {
  const locale = await getLocale();
  const id = await cartId();
  if (!id) redirect(localeHref(locale, "/gio-hang"));
  const lineId = String(form.get("line_id"));
  const quantity = wholeNumber(form, "quantity");
  try {
    const { cart } = medusa({ locale }).store;
    if (quantity === 0) await cart.deleteLineItem(id, lineId);
    else await cart.updateLineItem(id, lineId, { quantity }, { fields: "id" });
    await rememberCount(id, locale);
    revalidatePath("/", "layout");
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
