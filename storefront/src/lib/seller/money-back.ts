import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { doorToken, loadDoor } from "@/lib/door/session";

const moneyBackSchema = z.object({
  id: z.string(),
  amount_vnd: z.number(),
  state: z.enum(["waiting", "sent", "done"]),
  sender: z.enum(["shop", "house"]),
  order: z.object({ id: z.string(), display_id: z.number() }).nullable(),
  description: z.string().nullable(),
  account: z.object({ bank_name: z.string(), ending: z.string() }).nullable(),
  account_version: z.number(),
  to: z.object({ bank_name: z.string(), account_number: z.string(), account_name: z.string().nullable(), memo: z.string(), qr_payload: z.string() }).nullable(),
  due_on: z.string().nullable(),
  overdue: z.boolean(),
  sent_at: z.string().nullable(),
  bank_reference: z.string().nullable(),
  problem_at: z.string().nullable(),
  problem_note: z.string().nullable(),
  confirmed_by: z.enum(["operator", "receiver", "bank", "time"]).nullable(),
});
export type MoneyBack = z.infer<typeof moneyBackSchema>;

/** What the shop has to send back to buyers, and what it sent lately. */
export const loadMoneyBack = async (here: string): Promise<MoneyBack[]> =>
  (await loadDoor(sellerDoor, { path: "/seller/money-back", schema: z.object({ money_back: z.array(moneyBackSchema) }), here })).money_back;

/** How many amounts wait to be sent; 0 where nobody is logged in or the backend does not say: a number less, not a broken page. */
export const countMoneyBack = cache(async (): Promise<number> => {
  const token = await doorToken(sellerDoor);
  if (!token) return 0;
  const answer = await doorRequest({ path: "/seller/money-back/count", schema: z.object({ count: z.number() }), token, locale: await getLocale() }).catch(() => null);
  return answer?.ok ? answer.data.count : 0;
});
