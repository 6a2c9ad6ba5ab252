"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const target = z.discriminatedUnion("act", [z.object({ act: z.literal("confirm"), listing: id, product: id }), z.object({ act: z.literal("external"), product: id })]);
export type OwnRegisterTarget = z.infer<typeof target>;
export type OwnRegisterState = FormState & { url: string; done: boolean };

/** "This is mine" of the confirmed producer, and where else they sell it. */
export async function actOnOwnRegister(asked: OwnRegisterTarget, form: FormData): Promise<OwnRegisterState> {
  const t = await getTranslations("seller.form");
  const url = String(form.get("url") ?? "").trim().slice(0, 600);
  const read = target.safeParse(asked);
  if (!read.success) return { url, done: false, error: t("refused"), fields: {} };
  const answer = await callDoor(sellerDoor, {
    ...(read.data.act === "confirm"
      ? { path: `/seller/listings/${read.data.listing}/register-match`, body: { ocop_product_id: read.data.product } }
      : { path: `/seller/register/${read.data.product}/external-listings`, body: { url } }),
    schema: z.unknown(),
    here: "/ban-hang/so-ocop",
  });
  if (!answer.ok) {
    const own = answer.fields.url !== undefined;
    return { url, done: false, error: own ? null : answer.status === 0 ? t("network") : answer.message || t("refused"), fields: answer.fields };
  }
  revalidatePath("/", "layout");
  return { url: "", done: true, error: null, fields: {} };
}
