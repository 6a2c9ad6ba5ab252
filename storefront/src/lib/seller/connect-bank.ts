"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

const here = "/ban-hang/tien/ngan-hang";
const provider = z.enum(["sepay", "payos", "casso"]);
const text = z.string().trim().max(300).catch("");

export type ConnectState = FormState & { provider: string; saved: boolean };

/** Connects the shop's own aggregator or changes its secret. The secret is never sent back to the page. */
export async function connectBank(form: FormData): Promise<ConnectState> {
  const [t, words] = await Promise.all([getTranslations("seller.bankConnection"), getTranslations("seller.form")]);
  const chosen = provider.safeParse(form.get("provider"));
  const [secret, listKey] = [text.parse(form.get("secret")), text.parse(form.get("list_key"))];
  const fields: Record<string, string> = {};
  if (!chosen.success) fields.provider = t("providerNeeded");
  if (!secret) fields.secret = t("secretNeeded");
  const kept = { provider: chosen.success ? chosen.data : "", saved: false };
  if (Object.keys(fields).length > 0) return { ...kept, error: words("checkFields"), fields };
  const answer = await callDoor(sellerDoor, {
    path: "/seller/bank-connection", schema: z.unknown(), here, body: { provider: kept.provider, secret, ...(listKey ? { list_key: listKey } : {}) },
  });
  if (!answer.ok) return { ...kept, error: answer.status === 0 ? words("network") : answer.message || words("refused"), fields: answer.fields };
  revalidatePath("/", "layout");
  return { ...kept, error: null, fields: {}, saved: true };
}

export async function disconnectBank(): Promise<void> {
  await callDoor(sellerDoor, { path: "/seller/bank-connection", schema: z.unknown(), here, method: "DELETE" });
  revalidatePath("/", "layout");
}
