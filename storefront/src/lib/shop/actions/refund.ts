"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";

const typedFields = ["bank_bin", "account_number", "account_name"] as const;
export type RefundAccountState = { problem: string | null; fields: Record<string, string>; typed: Record<(typeof typedFields)[number], string> };

/** The buyer says where money is to go back to. What was typed stays when it is refused. */
export async function nameRefundAccount(_before: RefundAccountState, form: FormData): Promise<RefundAccountState> {
  const typed = { bank_bin: text(form, "bank_bin"), account_number: text(form, "account_number"), account_name: text(form, "account_name") };
  const refusal = await say(form, "account", typed);
  return refusal ? { problem: refusal.message, fields: refusal.fields, typed } : { problem: null, fields: {}, typed: { bank_bin: "", account_number: "", account_name: "" } };
}

export type ArrivalState = { problem: string } | null;

/** Money said to be sent has come, or it has not. */
export async function sayRefundArrived(_before: ArrivalState, form: FormData): Promise<ArrivalState> {
  const note = text(form, "note");
  const refusal = await say(form, "arrival", { arrived: form.get("arrived") === "yes", ...(note ? { note } : {}) });
  return refusal && { problem: refusal.message };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

async function say(form: FormData, what: "account" | "arrival", body: object): Promise<{ message: string; fields: Record<string, string> } | null> {
  const path = `/store/order-groups/${encodeURIComponent(text(form, "order_group_id"))}/refunds/${encodeURIComponent(text(form, "refund_id"))}/${what}`;
  try {
    await callBackend(path, { locale: await getLocale(), method: "POST", body: { access_token: text(form, "access_token"), ...body }, signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error(`${what} of a refund failed`, error);
    // What the refusal speaks of (it was sent meanwhile) must be on the page.
    if (refused && error.status !== 400) revalidatePath("/", "layout");
    return refused ? { message: error.message, fields: error.fields } : { message: (await getTranslations("shop.order"))("actFailed"), fields: {} };
  }
  revalidatePath("/", "layout");
  return null;
}
