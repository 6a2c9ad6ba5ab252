"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import { callDoor } from "@/lib/door/session";

/** Writes down whether the shop takes cash at the door; the page then shows what holds. */
export async function chooseCash(form: FormData): Promise<void> {
  const answer = await callDoor(sellerDoor, { path: "/seller/cash-on-delivery", schema: z.unknown(), here: "/ban-hang/them", body: { enabled: form.get("enabled") === "yes" } });
  if (!answer.ok) throw new Error(`/seller/cash-on-delivery answered ${answer.status} ${answer.code}`);
  revalidatePath("/", "layout");
}
