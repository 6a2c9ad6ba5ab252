import "server-only";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";
import { buyerDoor } from "@/lib/door/doors";
import { doorToken } from "@/lib/door/session";
import { cartId, forgetCart } from "./cart-cookie";
import { toAddressBody, type DeliveryValues } from "./delivery-values";
import { forgetDestination } from "./destination-cookie";
import { forgetOrders, rememberedOrders } from "./order-cookie";
import { forgetAllSaved } from "./saved-cookie";

/** What this browser did as a guest joins the account: its basket, and the orders whose keys it holds. */
export async function takeAlong(token: string, locale: string): Promise<void> {
  const id = await cartId();
  if (id && (await attach(id, token, locale)) === "another") await forgetCart();
  for (const { id: order, key } of await rememberedOrders()) {
    await quietly(callBackend(`/buyer/order-groups/${encodeURIComponent(order)}/claim`, { locale, token, method: "POST", body: { access_token: key } }));
  }
}

/** On logging out nothing of the account stays on a phone that others may use. */
export async function leaveNothing(): Promise<void> {
  await Promise.all([forgetCart(), forgetOrders(), forgetDestination(), forgetAllSaved()]);
}

/** Makes a basket the logged-in buyer's; for a guest nothing happens. */
export async function attachCart(id: string, locale: string): Promise<void> {
  const token = await doorToken(buyerDoor);
  if (token) await attach(id, token, locale);
}

/** Keeps the address for the next order of the logged-in buyer. */
export async function keepAddress(values: DeliveryValues, locale: string): Promise<void> {
  const token = await doorToken(buyerDoor);
  if (token) await quietly(callBackend("/buyer/addresses", { locale, token, method: "POST", body: toAddressBody(values) }));
}

async function attach(id: string, token: string, locale: string): Promise<"attached" | "another" | "failed"> {
  try {
    await callBackend(`/buyer/carts/${encodeURIComponent(id)}`, { locale, token, method: "POST", body: {} });
    return "attached";
  } catch (error) {
    if (error instanceof BackendError && error.code === "buyer.cart_of_another") return "another";
    if (!(error instanceof BackendError && error.status < 500)) console.error("attaching the basket failed", error);
    return "failed";
  }
}

/** What is a convenience must not keep anybody from logging in or ordering. */
async function quietly(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof BackendError && error.status < 500)) console.error("a call for the buyer's account failed", error);
  });
}
