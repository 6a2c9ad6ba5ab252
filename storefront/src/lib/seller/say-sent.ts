"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

/** `accountChanged`: the buyer named another account since the page was read. */
export type SentState = FormState & { reference: string; accountChanged: boolean };

const fields = z.object({
  id: z.string().regex(/^\w{1,64}$/),
  account_version: z.coerce.number().int().min(0),
  bank_reference: z.string().trim().max(200).catch(""),
  earlier: z.literal("yes").nullable().catch(null),
});

/** "I have sent it back": kept by the backend with who said it. */
export async function saySent(_before: SentState, form: FormData): Promise<SentState> {
  const words = await getTranslations("seller.form");
  const given = fields.safeParse(Object.fromEntries(["id", "account_version", "bank_reference", "earlier"].map((name) => [name, form.get(name)])));
  if (!given.success) return { error: words("refused"), fields: {}, reference: "", accountChanged: false };
  const { id, account_version, bank_reference: reference, earlier } = given.data;
  const answer = await callDoor(sellerDoor, {
    path: `/seller/money-back/${id}/sent`,
    schema: z.unknown(),
    here: "/ban-hang/tien/hoan-tien",
    body: { bank_reference: reference, account_version, ...(earlier ? { to_earlier_account: true } : {}) },
  });
  if (!answer.ok) {
    const accountChanged = answer.code === "cashless-payment.transfer_account_changed";
    // The new account must be on the page the refusal speaks of.
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 400) revalidatePath("/", "layout");
    const error = answer.status === 0 ? words("network") : Object.keys(answer.fields).length > 0 ? words("checkFields") : answer.message || words("refused");
    return { error, fields: answer.fields, reference, accountChanged };
  }
  revalidatePath("/", "layout");
  return { error: null, fields: {}, reference: "", accountChanged: false };
}
