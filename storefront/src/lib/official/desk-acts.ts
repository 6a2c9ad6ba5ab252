"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { officialDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";

const acts = ["recognise", "revoke", "prolong", "link", "unlink", "name_owner", "end_owner", "add_external", "check_external", "remove_external"] as const;
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const target = z.object({ act: z.enum(acts), product: id, part: id.optional() });
export type RegisterTarget = z.infer<typeof target>;

export type ActState = FormState & { values: Record<string, string>; done: boolean; warnings: string[] };

type Text = Record<string, string>;

/** Where an act goes and what it carries; what was left empty is left out. */
const calls: Record<RegisterTarget["act"], { path: (part: string) => string; body: (text: Text) => object }> = {
  recognise: { path: () => "recognitions", body: ({ star, ...rest }) => ({ ...rest, star: Number(star) }) },
  revoke: { path: (part) => `recognitions/${part}/revoke`, body: (text) => text },
  prolong: { path: (part) => `recognitions/${part}/prolong`, body: (text) => text },
  link: { path: () => "links", body: (text) => text },
  unlink: { path: (part) => `links/${part}/remove`, body: () => ({}) },
  name_owner: { path: () => "owners", body: (text) => text },
  end_owner: { path: (part) => `owners/${part}/end`, body: () => ({}) },
  add_external: { path: () => "external-listings", body: ({ checked, ...rest }) => ({ ...rest, checked: checked === "yes" }) },
  check_external: { path: (part) => `external-listings/${part}/check`, body: (text) => text },
  remove_external: { path: (part) => `external-listings/${part}/remove`, body: () => ({}) },
};

/** One act on one product of the register, on behalf of the official who is signed in. Keeps what was typed when it is refused. */
export async function actOnRegister(asked: RegisterTarget, form: FormData): Promise<ActState> {
  const t = await getTranslations("desk.act");
  const values = Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value.slice(0, 2_000)]] : [])));
  const read = target.safeParse(asked);
  if (!read.success) return { values, done: false, warnings: [], error: t("refused"), fields: {} };
  const { act, product, part = "" } = read.data;
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
  const answer = await callDoor(officialDoor, {
    path: `/official/register/${product}/${calls[act].path(part)}`,
    schema: z.object({ warnings: z.array(z.string()).optional() }),
    here: `/dieu-hanh/so-dang-ky/${product}`,
    body: calls[act].body(typed),
  });
  if (!answer.ok) {
    const error = answer.status === 0 ? t("network") : answer.message || t("refused");
    return { values, done: false, warnings: [], error, fields: answer.fields };
  }
  revalidatePath("/", "layout");
  return { values: {}, done: true, warnings: answer.data.warnings ?? [], error: null, fields: {} };
}
