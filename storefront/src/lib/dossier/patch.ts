import type { DossierForm, SelfAssessment } from "./types";

/** What was typed and is not yet known to be at the backend: fields of the form, criteria of the self-assessment. */
export type Patch = { form: Partial<DossierForm>; self_assessment: SelfAssessment };

export const emptyPatch: Patch = { form: {}, self_assessment: {} };

export function isEmpty({ form, self_assessment }: Patch): boolean {
  return Object.keys(form).length === 0 && Object.keys(self_assessment).length === 0;
}

export function merge(under: Patch, over: Patch): Patch {
  return { form: { ...under.form, ...over.form }, self_assessment: { ...under.self_assessment, ...over.self_assessment } };
}

/** What is left of `now` after `sent` was taken: values typed in the meantime stay. */
export function without(now: Patch, sent: Patch): Patch {
  const left = <T extends object>(mine: T, theirs: T): T =>
    Object.fromEntries(Object.entries(mine).filter(([key, value]) => !(key in theirs) || theirs[key as keyof T] !== value)) as T;
  return { form: left(now.form, sent.form), self_assessment: left(now.self_assessment, sent.self_assessment) };
}

/** The part of a patch that a refusal by field (`form.email`, `self_assessment.4.1.option`) does not concern. */
export function withoutRefused(patch: Patch, fields: Record<string, string>): Patch {
  const refused = Object.keys(fields);
  const concerned = (prefix: string, key: string) => refused.some((field) => field === `${prefix}.${key}` || field.startsWith(`${prefix}.${key}.`));
  const kept = <T extends object>(part: T, prefix: string): T =>
    Object.fromEntries(Object.entries(part).filter(([key]) => !concerned(prefix, key))) as T;
  return { form: kept(patch.form, "form"), self_assessment: kept(patch.self_assessment, "self_assessment") };
}

/** Anything that cannot be read is as if nothing had been kept. */
export function parsePatch(kept: string | null): Patch {
  if (!kept) return emptyPatch;
  try {
    const parsed: unknown = JSON.parse(kept);
    if (typeof parsed !== "object" || parsed === null) return emptyPatch;
    const { form, self_assessment } = parsed as Partial<Patch>;
    const part = <T extends object>(value: T | undefined): T => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : ({} as T));
    return { form: part(form), self_assessment: part(self_assessment) };
  } catch {
    return emptyPatch;
  }
}

const keyOf = (id: string) => `cho-phien.dossier.${id}`;

export function readKept(id: string): Patch {
  try {
    return parsePatch(window.localStorage.getItem(keyOf(id)));
  } catch {
    return emptyPatch;
  }
}

/** False when this device keeps nothing (private window, full storage): then only the open page has it. */
export function keep(id: string, patch: Patch): boolean {
  try {
    if (isEmpty(patch)) window.localStorage.removeItem(keyOf(id));
    else window.localStorage.setItem(keyOf(id), JSON.stringify(patch));
    return true;
  } catch {
    return false;
  }
}
