import "server-only";
import { callBackend } from "@/lib/backend";
import type { RailOption } from "@/lib/types";
import { orderKeyHeader } from "./order-key-header";

type Answer = { rails: RailOption[] };

/** How a cart can be paid. */
export async function cartRails(cartId: string, locale: string): Promise<RailOption[]> {
  return (await callBackend<Answer>(`/store/carts/${encodeURIComponent(cartId)}/rails`, { locale })).rails;
}

/** How what is due in an order group could be paid instead. None where the backend does not say: a choice less, not a broken page. */
export async function groupRails(orderGroupId: string, accessToken: string, locale: string): Promise<RailOption[]> {
  const path = `/store/order-groups/${encodeURIComponent(orderGroupId)}/rails`;
  const answer = await callBackend<Answer>(path, { locale, headers: orderKeyHeader(accessToken) }).catch(() => null);
  return answer?.rails ?? [];
}
