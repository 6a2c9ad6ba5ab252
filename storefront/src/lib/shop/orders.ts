import "server-only";
import { cache } from "react";
import { callBackendOrNull } from "@/lib/backend";
import { buyerDoor } from "@/lib/door/doors";
import { doorToken } from "@/lib/door/session";
import type { OrderGroup } from "@/lib/types";
import { orderKey } from "./order-cookie";
import { orderKeyHeader } from "./order-key-header";

export type OpenedOrder = { group: OrderGroup; key: string };

/** The order page's facts, for whoever holds its key: this browser's cookie, or the `?k=` of a shared link; or its buyer, logged in. */
export const openOrder = cache(async (id: string, givenKey: string, locale: string): Promise<OpenedOrder | null> => {
  // Neither an id nor a key of ours ever looks otherwise; a NUL from the address bar must not reach the backend.
  if (![id, givenKey].every((part) => /^[\w-]{0,200}$/.test(part))) return null;
  for (const key of [givenKey, await orderKey(id)]) {
    if (!key) continue;
    const path = `/store/order-groups/${encodeURIComponent(id)}`;
    const answer = await callBackendOrNull<{ order_group: OrderGroup }>(path, { locale, headers: orderKeyHeader(key) });
    if (answer) return { group: answer.order_group, key };
  }
  return openOwnOrder(id, locale);
});

/** Whoever is logged in opens their own orders without a key. */
async function openOwnOrder(id: string, locale: string): Promise<OpenedOrder | null> {
  const token = await doorToken(buyerDoor);
  if (!token) return null;
  const path = `/buyer/order-groups/${encodeURIComponent(id)}`;
  const answer = await callBackendOrNull<{ order_group: OrderGroup; access_token: string }>(path, { locale, token }).catch(() => null);
  return answer && { group: answer.order_group, key: answer.access_token };
}
