"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { callBackend } from "@/lib/backend";
import { BackendError } from "@/lib/backend-error";

export type OrderActState = { problem: string } | null;

/** The buyer takes an order back. The page that comes with the answer shows what became of it. */
export async function cancelOrder(_before: OrderActState, form: FormData): Promise<OrderActState> {
  return act(form, "cancel", { order_id: String(form.get("order_id")), reason: String(form.get("reason")) });
}

/** What is not paid yet goes over to another way of paying. */
export async function changeRail(_before: OrderActState, form: FormData): Promise<OrderActState> {
  return act(form, "rail", { rail: String(form.get("rail")) });
}

/** The buyer says that the goods of one order came. */
export async function receiveOrder(_before: OrderActState, form: FormData): Promise<OrderActState> {
  return act(form, "received", { order_id: String(form.get("order_id")) });
}

/** Cash that the shop wrote down as given back has not come. */
export async function sayCashMissing(_before: OrderActState, form: FormData): Promise<OrderActState> {
  return act(form, "cash-missing", { order_id: String(form.get("order_id")) });
}

async function act(form: FormData, what: "cancel" | "rail" | "received" | "cash-missing", body: Record<string, string>): Promise<OrderActState> {
  const path = `/store/order-groups/${encodeURIComponent(String(form.get("order_group_id")))}/${what}`;
  try {
    await callBackend(path, { locale: await getLocale(), method: "POST", body: { access_token: String(form.get("access_token")), ...body }, signal: AbortSignal.timeout(60_000) });
  } catch (error) {
    const refused = error instanceof BackendError && error.status < 500;
    if (!refused) console.error(`${what} of an order failed`, error);
    // What the refusal speaks of (shipped, paid) must be on the page.
    if (refused) revalidatePath("/", "layout");
    return { problem: refused ? error.message : "" };
  }
  revalidatePath("/", "layout");
  return null;
}
