"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { localeHref } from "@/i18n/locale-href";
import { buyerDoor } from "@/lib/door/doors";
import { callDoor } from "@/lib/door/session";
import { buyerAnswer, claimedAnswer } from "../buyer-schema";

const here = "/tai-khoan";

export type NameState = { name: string; problem: string; saved: boolean } | null;

/** How the shop calls the buyer. What was typed stays when it is refused. */
export async function saveName(_before: NameState, form: FormData): Promise<NameState> {
  const name = String(form.get("name") ?? "").normalize("NFC").trim();
  const answer = await callDoor(buyerDoor, { path: "/buyer/me", here, body: { name }, schema: buyerAnswer });
  if (!answer.ok) return { name, problem: answer.fields.name ?? answer.message, saved: false };
  revalidatePath("/", "layout");
  return { name, problem: "", saved: true };
}

export async function removeAddress(form: FormData): Promise<void> {
  const id = String(form.get("id") ?? "");
  if (/^[\w-]{1,64}$/.test(id)) await callDoor(buyerDoor, { path: `/buyer/addresses/${id}/remove`, here, body: {}, schema: buyerAnswer });
  revalidatePath("/", "layout");
}

/** Brings guests' orders for the proven phone into the account, and says how many. */
export async function claimByPhone(): Promise<void> {
  const answer = await callDoor(buyerDoor, { path: "/buyer/order-groups/claim-by-phone", here, body: {}, schema: claimedAnswer });
  revalidatePath("/", "layout");
  redirect(`${localeHref(await getLocale(), here)}?them=${answer.ok ? answer.data.claimed : "loi"}`);
}
