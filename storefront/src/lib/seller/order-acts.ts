"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

const idShape = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const actShape = z.enum(["confirm", "cash-collected", "refused-at-door", "cash-held", "cash-returned", "cancel", "cancel-items"]);

/** Tells the backend what the shop does with an order: which act, and what it needs to know, stand in the form. */
export async function actOnOrder(_before: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("seller.form");
  const id = idShape.safeParse(form.get("order_id"));
  const act = actShape.safeParse(form.get("act"));
  if (!id.success || !act.success) return { error: t("refused"), fields: {} };
  const answer = await callDoor(sellerDoor, {
    path: `/seller/orders/${id.data}/${act.data}`,
    schema: z.unknown(),
    here: `/ban-hang/don/${id.data}`,
    body: bodyOf(act.data, form),
  });
  if (!answer.ok) return { error: answer.status === 0 ? t("network") : answer.message || t("refused"), fields: answer.fields };
  revalidatePath("/", "layout");
  return { error: null, fields: {} };
}

function bodyOf(act: z.infer<typeof actShape>, form: FormData): object {
  if (act !== "cancel" && act !== "cancel-items") return {};
  const note = String(form.get("note") ?? "").trim();
  const why = { reason: String(form.get("reason")), ...(note ? { note } : {}) };
  if (act === "cancel") return why;
  const lines = [...form.entries()].flatMap(([name, value]) => (name.startsWith("keep.") ? [{ id: name.slice("keep.".length), quantity: Number(value) }] : []));
  return { ...why, lines };
}
