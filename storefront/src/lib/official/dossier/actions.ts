"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { localeHref } from "@/i18n/locale-href";
import { officialDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { toE164 } from "@/lib/door/phone";
import { callDoor } from "@/lib/door/session";
import { councilAnswer } from "@/lib/dossier/types";
import { actBody, isFormAct, peopleOf } from "./act-fields";

/** `values` is what was typed, by field name, so that a refused form stands as it was sent. `done`: it went through. */
export type SentForm = FormState & { values: Record<string, string>; done: boolean };

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const wholeNumber = z.coerce.number().int().min(0);
/** A number the API cannot read is its to refuse, in words, at the field. */
const phone = (typed: string) => toE164(typed) ?? typed;

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [])));
}

/** One act on a dossier. Refused: the sentence, the fields, and everything that was typed. */
export async function actOnDossier(_previous: SentForm, form: FormData): Promise<SentForm> {
  const t = await getTranslations("dossier.acts");
  const values = typedIn(form);
  const act = String(form.get("act"));
  const parsed = z.object({ id, version: wholeNumber }).safeParse({ id: form.get("id"), version: form.get("version") });
  if (!parsed.success || !isFormAct(act)) return { error: t("refused"), fields: {}, values, done: false };
  const answer = await callDoor(officialDoor, {
    path: `/official/dossiers/${parsed.data.id}/acts`,
    here: `/dieu-hanh/ho-so/${parsed.data.id}`,
    // Null for whoever stepped out: they see it no more.
    schema: z.object({ dossier: z.unknown() }),
    body: actBody(act, parsed.data.version, form, phone),
  });
  // Drawn anew in either case: after a refusal the page may show what somebody else did meanwhile.
  revalidatePath("/", "layout");
  if (act === "recuse" && answer.ok) redirect(localeHref(await getLocale(), "/dieu-hanh/ho-so"));
  if (answer.ok) return { error: null, fields: {}, values: {}, done: true };
  const changed = answer.code === "dossier.changed_meanwhile";
  const error = answer.status === 0 ? t("network") : changed ? t("changed") : answer.message || t("refused");
  return { error, fields: answer.fields, values, done: false };
}

/** Appoints a council or changes its people. */
export async function saveCouncil(_previous: SentForm, form: FormData): Promise<SentForm> {
  const t = await getTranslations("dossier.acts");
  const values = typedIn(form);
  const councilId = form.get("id") ? id.safeParse(form.get("id")) : null;
  if (councilId && !councilId.success) return { error: t("refused"), fields: {}, values, done: false };
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const path = councilId ? `/official/councils/${councilId.data}` : "/official/councils";
  const answer = await callDoor(officialDoor, {
    path,
    here: councilId ? `/dieu-hanh/hoi-dong/${councilId.data}` : "/dieu-hanh/hoi-dong/moi",
    schema: councilAnswer,
    body: {
      ...(councilId ? { version: wholeNumber.catch(0).parse(form.get("version")) } : {}),
      name: text("name"),
      decision_no: text("decision_no") || null,
      decided_on: text("decided_on") || null,
      members: peopleOf(form, "members", phone),
    },
  });
  if (!answer.ok) {
    const changed = answer.code === "dossier.changed_meanwhile";
    revalidatePath("/", "layout");
    return { error: answer.status === 0 ? t("network") : changed ? t("changed") : answer.message || t("refused"), fields: answer.fields, values, done: false };
  }
  revalidatePath("/", "layout");
  redirect(localeHref(await getLocale(), "/dieu-hanh/hoi-dong"));
}
