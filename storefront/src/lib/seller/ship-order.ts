"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

export type ShipState = FormState & { carrier: string; tracking: string };

const orderId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const text = z.string().trim().max(200).catch("");

/** Tells the backend, and through it the buyer, that the goods are on their way. */
export async function shipOrder(id: string, form: FormData): Promise<ShipState> {
  const t = await getTranslations("seller.form");
  const carrier = text.parse(form.get("carrier"));
  const tracking = text.parse(form.get("tracking_number"));
  const parsedId = orderId.safeParse(id);
  if (!parsedId.success) return { carrier, tracking, error: t("refused"), fields: {} };
  const answer = await callDoor(sellerDoor, {
    path: `/seller/orders/${parsedId.data}/ship`,
    schema: z.unknown(),
    here: `/ban-hang/don/${parsedId.data}`,
    body: { ...(carrier ? { carrier } : {}), ...(tracking ? { tracking_number: tracking } : {}) },
  });
  if (!answer.ok) {
    const error = answer.status === 0 ? t("network") : answer.message || t("refused");
    return { carrier, tracking, error, fields: answer.fields };
  }
  revalidatePath("/", "layout");
  return { carrier: "", tracking: "", error: null, fields: {} };
}
