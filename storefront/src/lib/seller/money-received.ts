import "server-only";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";

const answer = z.object({
  money_received: z.object({
    may_say: z.boolean(),
    missing_vnd: z.number(),
    memo: z.string().nullable(),
    said: z.object({ amount_vnd: z.number(), said_at: z.string(), said_by: z.string().nullable(), confirmed_by_bank: z.boolean() }).nullable(),
  }),
});

/** Whether the seller may say that an order's money has come, and what was said before. */
export async function loadMoneyReceived(orderId: string) {
  const path = `/seller/orders/${encodeURIComponent(orderId)}/money-received`;
  return (await loadDoor(sellerDoor, { path, schema: answer, here: `/ban-hang/don/${orderId}` })).money_received;
}
