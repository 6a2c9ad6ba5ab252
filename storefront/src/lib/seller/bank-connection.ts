import "server-only";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";

export const bankProviders = ["sepay", "payos", "casso"] as const;

const answer = z.object({
  account: z.object({ bank_name: z.string().nullable(), account_number: z.string() }).nullable(),
  connection: z
    .object({
      provider: z.enum(bankProviders),
      account_number: z.string(),
      url: z.string(),
      has_list_key: z.boolean(),
      previous_secret_until: z.string().nullable(),
      last_notice_at: z.string().nullable(),
      last_refusal_at: z.string().nullable(),
      last_refusal_reason: z.string().nullable(),
      last_listed_at: z.string().nullable(),
      list_problem: z.string().nullable(),
    })
    .nullable(),
});
export type BankConnection = z.infer<typeof answer>;

/** The shop's account and how its bank tells the fair of money. */
export const loadBankConnection = (here: string) => loadDoor(sellerDoor, { path: "/seller/bank-connection", schema: answer, here });
