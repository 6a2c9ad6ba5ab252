"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { officialDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

/** `code` tells a form which refusal it is: the zone asks for a reason. */
export type ActState = FormState & { code: string | null; done: boolean };

const words = z.string().max(2_000);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const rightInput = z.strictObject({
  gi_handle: words,
  producer_name: words,
  product_name: words,
  commune_code: words,
  old_commune_code: words,
  document_no: words,
  issued_by: words,
  issued_on: words,
  expires_on: words,
  source: words,
  override_reason: words,
});
export type RightText = z.infer<typeof rightInput>;

/** Enters a right of use. What the zone does not carry comes back with a code and a sentence, to be sent again with a reason. */
export async function recordRight(text: RightText): Promise<ActState> {
  const parsed = rightInput.safeParse(text);
  if (!parsed.success) return refused();
  const { product_name, commune_code, old_commune_code, expires_on, override_reason, ...rest } = parsed.data;
  const optional = { product_name, commune_code, old_commune_code, expires_on, override_reason };
  const nulls = Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, value.trim() || null]));
  return act("/official/rights-of-use", "/dieu-hanh/chi-dan/moi", { ...rest, ...nulls });
}

export async function revokeRight(rightId: string, text: { revoked_on: string; document_no: string; reason: string }): Promise<ActState> {
  const parsed = z.strictObject({ revoked_on: words, document_no: words, reason: words }).safeParse(text);
  if (!parsed.success || !id.safeParse(rightId).success) return refused();
  return act(`/official/rights-of-use/${rightId}/revoke`, "/dieu-hanh/chi-dan", parsed.data);
}

/** Confirms, rejects or withdraws a paper. */
export async function decideCertificate(certificateId: string, text: { act: "confirm" | "reject" | "revoke"; reason: string; revoked_on: string; seen: string | null }): Promise<ActState> {
  const parsed = z.strictObject({ act: z.enum(["confirm", "reject", "revoke"]), reason: words, revoked_on: words, seen: z.string().length(64).nullable() }).safeParse(text);
  if (!parsed.success || !id.safeParse(certificateId).success) return refused();
  const { act: verb, reason, revoked_on, seen } = parsed.data;
  const body = verb === "confirm" ? { reason: reason.trim() || null, evidence_sha256: seen } : verb === "reject" ? { reason } : { reason, revoked_on };
  return act(`/official/quality-certificates/${certificateId}/${verb}`, "/dieu-hanh/chi-dan/giay", body);
}

async function act(path: string, here: string, body: object): Promise<ActState> {
  const answer = await callDoor(officialDoor, { path, here, body, schema: z.unknown() });
  if (answer.ok) {
    revalidatePath("/", "layout");
    return { error: null, fields: {}, code: null, done: true };
  }
  const t = await getTranslations("official.rights");
  return { error: answer.message || t("failed"), fields: answer.fields, code: answer.code, done: false };
}

async function refused(): Promise<ActState> {
  const t = await getTranslations("official.rights");
  return { error: t("failed"), fields: {}, code: null, done: false };
}
