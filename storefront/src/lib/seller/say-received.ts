"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

export type ReceivedState = FormState & { amount: string; reference: string; seen: boolean };

const orderId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const text = z.string().trim().max(60).catch("");

/** "The money is on my account": kept by the backend with who said it. */
export async function sayReceived(id: string, form: FormData): Promise<ReceivedState> {
  const [t, words] = await Promise.all([getTranslations("seller.moneyReceived"), getTranslations("seller.form")]);
  const typed = { amount: text.parse(form.get("amount_vnd")), reference: text.parse(form.get("bank_reference")), seen: form.get("seen") === "yes" };
  const amount = Number(typed.amount.replace(/[^\d]/g, ""));
  const parsedId = orderId.safeParse(id);
  const fields: Record<string, string> = {};
  if (!Number.isSafeInteger(amount) || amount <= 0) fields.amount_vnd = t("amountNeeded");
  if (!typed.seen) fields.seen = t("seenNeeded");
  if (Object.keys(fields).length > 0 || !parsedId.success) return { ...typed, error: words("checkFields"), fields };
  const answer = await callDoor(sellerDoor, {
    path: `/seller/orders/${parsedId.data}/money-received`,
    schema: z.unknown(),
    here: `/ban-hang/don/${parsedId.data}`,
    body: { amount_vnd: amount, ...(typed.reference ? { bank_reference: typed.reference } : {}) },
  });
  if (!answer.ok) return { ...typed, error: answer.status === 0 ? words("network") : answer.message || words("refused"), fields: {} };
  revalidatePath("/", "layout");
  return { amount: "", reference: "", seen: false, error: null, fields: {} };
}
