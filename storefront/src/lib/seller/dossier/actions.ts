"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { localeHref } from "@/i18n/locale-href";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";
import { kinds } from "@/lib/dossier/names";
import { dossierAnswer } from "@/lib/dossier/types";

export type NewDossierState = FormState & { values: Record<string, string>; openDossier: string | null };
export type ActState = FormState & { note: string };

const newDossier = z.object({
  kind: z.enum(kinds),
  product_set_no: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  product_name: z.string().trim().max(1000).catch(""),
  ocop_product_id: z.string().trim().max(64).catch(""),
  listing_id: z.string().trim().max(64).catch(""),
});
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Starts a dossier and leads to it; a refusal keeps what was chosen. */
export async function startDossier(_previous: NewDossierState, form: FormData): Promise<NewDossierState> {
  const t = await getTranslations("dossier.new");
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [])));
  const refused = (part: Partial<NewDossierState>): NewDossierState => ({ error: null, fields: {}, openDossier: null, ...part, values });
  const parsed = newDossier.safeParse(values);
  if (!parsed.success) return refused({ error: t("chooseKind") });
  const { kind, product_set_no, product_name, ocop_product_id, listing_id } = parsed.data;
  const fields: Record<string, string> = {};
  if (kind === "first" && !product_name) fields.product_name = t("nameNeeded");
  if (kind !== "first" && !ocop_product_id) fields.ocop_product_id = t("productNeeded");
  if (product_set_no === null) fields.product_set_no = t("setNeeded");
  if (Object.keys(fields).length > 0) return refused({ error: t("check"), fields });
  const answer = await callDoor(sellerDoor, {
    path: "/seller/dossiers",
    here: "/ban-hang/ho-so/moi",
    schema: dossierAnswer,
    body: {
      kind,
      product_set_no,
      ...(kind === "first" ? { product_name } : { ocop_product_id }),
      ...(listing_id ? { listing_id } : {}),
    },
  });
  if (!answer.ok) {
    const openDossier = typeof answer.body.dossier_id === "string" ? answer.body.dossier_id : null;
    return refused({ error: answer.status === 0 ? t("network") : answer.message || t("refused"), fields: answer.fields, openDossier });
  }
  redirect(localeHref(await getLocale(), `/ban-hang/ho-so/${answer.data.dossier.id}`));
}

/** Hands a dossier in or withdraws it. What is missing is on the page itself, which is drawn anew. */
export async function actOnOwnDossier(dossierId: string, previous: ActState, form: FormData): Promise<ActState> {
  const t = await getTranslations("dossier.new");
  const note = String(form.get("note") ?? "").slice(0, 4000);
  const parsed = z.object({ id, act: z.enum(["submit", "withdraw"]), version: z.coerce.number().int() }).safeParse({
    id: dossierId,
    act: form.get("act"),
    version: form.get("version"),
  });
  if (!parsed.success) return { ...previous, error: t("refused"), note };
  const answer = await callDoor(sellerDoor, {
    path: `/seller/dossiers/${parsed.data.id}/acts`,
    here: `/ban-hang/ho-so/${parsed.data.id}`,
    schema: dossierAnswer,
    body: { act: parsed.data.act, version: parsed.data.version, ...(note.trim() ? { note } : {}) },
  });
  revalidatePath("/", "layout");
  if (!answer.ok) return { error: answer.status === 0 ? t("network") : answer.message || t("refused"), fields: answer.fields, note };
  redirect(localeHref(await getLocale(), `/ban-hang/ho-so/${parsed.data.id}`));
}
