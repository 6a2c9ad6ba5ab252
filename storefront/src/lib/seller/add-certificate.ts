"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";
import { certificateAnswer } from "@/lib/quality-certificate";

export type AddedCertificate = FormState & { id: string | null };

const words = z.string().max(2_000);
const input = z.strictObject({
  kind: words,
  number: words,
  holder_name: words,
  issuer: words,
  scope_text: words,
  issued_on: words,
  expires_on: words,
  product_ids: z.array(z.string().max(64)).max(100),
});
export type CertificateText = z.infer<typeof input>;

/** Hands a paper in. Values are checked by the API, whose sentences come back per field. */
export async function addCertificate(text: CertificateText): Promise<AddedCertificate> {
  const t = await getTranslations("seller.form");
  const parsed = input.safeParse(text);
  if (!parsed.success) return { error: t("refused"), fields: {}, id: null };
  const { number, issuer, scope_text, issued_on, expires_on, ...rest } = parsed.data;
  const body = { ...rest, number: number || null, issuer: issuer || null, scope_text: scope_text || null, issued_on: issued_on || null, expires_on: expires_on || null };
  const answer = await callDoor(sellerDoor, { path: "/seller/quality-certificates", here: "/ban-hang/them/giay-chung-nhan/moi", body, schema: certificateAnswer });
  if (answer.ok) return { error: null, fields: {}, id: answer.data.quality_certificate.id };
  const hasFields = Object.keys(answer.fields).length > 0;
  return { error: answer.status === 0 ? t("network") : hasFields ? t("checkFields") : answer.message || t("refused"), fields: answer.fields, id: null };
}
