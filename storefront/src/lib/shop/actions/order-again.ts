"use server";

import { FetchError } from "@medusajs/js-sdk";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { callBackend, medusa } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";
import type { OrderGroup } from "@/lib/types";
import { currentBuyer } from "../buyer";
import { createCart, currentCart } from "../cart";
import { loadAgain } from "../load-again";
import { cartSteps, deliveryAgain, type CartStep } from "../order-again";
import { openOrder } from "../orders";
import { rememberCount } from "../remember-count";

/** `missed`: what sold out between the page and the tap; the rest is in the basket. */
export type AgainState = { missed: string[]; failed: boolean } | null;

/** Puts what is still on sale of a closed order back into the basket, and the address with it where the basket has none. */
export async function orderAgain(_before: AgainState, form: FormData): Promise<AgainState> {
  const locale = await getLocale();
  const missed: string[] = [];
  try {
    const opened = await openOrder(String(form.get("order_group_id")), String(form.get("access_token")), locale);
    if (!opened) return { missed, failed: true };
    const plan = await loadAgain(opened.group, String(form.get("order_id") ?? ""), locale);
    const cart = await currentCart(locale);
    const steps = cartSteps(plan, cart?.sellers.flatMap(({ lines }) => lines) ?? []);
    const id = cart?.cart_id ?? (await createCart(locale));
    // One after another: a cart takes one change at a time.
    for (const step of steps) if (!(await take(id, step, locale))) missed.push(step.title);
    if (!cart?.address) await bring(id, opened.group, locale);
    await rememberCount(id, locale);
    revalidatePath("/", "layout");
  } catch (error) {
    console.error("ordering again failed", error);
    return { missed: [], failed: true };
  }
  if (missed.length > 0) return { missed, failed: false };
  redirect(localeHref(locale, "/gio-hang"));
}

/** @returns false when it sold out meanwhile */
async function take(cartId: string, step: CartStep, locale: string): Promise<boolean> {
  const { cart } = medusa({ locale }).store;
  try {
    if ("lineId" in step) await cart.updateLineItem(cartId, step.lineId, { quantity: step.quantity }, { fields: "id" });
    else await cart.createLineItem(cartId, { variant_id: step.variantId, quantity: step.quantity }, { fields: "id" });
    return true;
  } catch (error) {
    if (error instanceof FetchError && error.status === 400) return false;
    throw error;
  }
}

/** The address of the order that lapsed is not typed again; where it can't be kept, the checkout asks for it. */
async function bring(cartId: string, { address, buyer_receives }: OrderGroup, locale: string): Promise<void> {
  if (!address) return;
  const account = await currentBuyer(locale);
  const body = deliveryAgain({ address, buyer_receives }, account?.phone ?? null);
  await callBackend(`/store/carts/${encodeURIComponent(cartId)}/delivery`, { locale, method: "POST", body }).catch((error: unknown) => {
    if (!(error instanceof BackendError && error.status < 500)) console.error("bringing the address along failed", error);
  });
}
