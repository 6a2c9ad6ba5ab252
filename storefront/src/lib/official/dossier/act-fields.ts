import type { Act } from "@/lib/dossier/names";

/** What an act asks for. `people`: rows of name, phone and organisation. `council`, `seat`: chosen from a list of the page. */
export type ActField = {
  name: string;
  type: "text" | "long" | "date" | "number" | "choice" | "people" | "council" | "seat";
  required?: boolean;
  /** For `choice`: the values, whose words are `dossier.acts.choices.<value>`. */
  values?: readonly string[];
};
export type FormAct = Exclude<Act, "edit" | "attach" | "submit" | "withdraw" | "score">;

const note: ActField = { name: "note", type: "long", required: true };
const letter: readonly ActField[] = [
  { name: "letter_no", type: "text", required: true },
  { name: "letter_date", type: "date", required: true },
];
const samples: ActField = { name: "samples", type: "number", required: true };
const decision: readonly ActField[] = [
  { name: "decision_no", type: "text", required: true },
  { name: "decided_on", type: "date", required: true },
];

/** In the order the buttons stand: what moves a dossier on comes first. */
export const actFields: Record<FormAct, readonly ActField[]> = {
  report: ["local_material", "local_labour", "idea_origin", "local_identity"].map((name) => ({ name, type: "long", required: true })),
  forward: [...letter, samples],
  consult: [{ name: "consultants", type: "people", required: true }],
  advise: [
    { name: "summary", type: "long", required: true },
    { name: "surveyed_on", type: "date" },
    { name: "survey_note", type: "long" },
    { name: "tests_note", type: "long" },
    { name: "recommendation", type: "choice", values: ["put_to_council", "ask_for_more"], required: true },
  ],
  open_council: [
    { name: "council_id", type: "council", required: true },
    { name: "form", type: "choice", values: ["meeting", "written"] },
  ],
  close_council: [
    { name: "held_on", type: "date", required: true },
    { name: "place", type: "text" },
    { name: "discussion", type: "long" },
    { name: "conclusion", type: "long" },
  ],
  approve_potential_5: decision,
  recognise: [...decision, { name: "issued_by", type: "text" }],
  send_to_ministry: [...letter, samples],
  send_back: [...letter, { name: "note", type: "long" }],
  reopen_sheet: [
    { name: "sheet_id", type: "seat", required: true },
    { name: "reason", type: "long", required: true },
  ],
  return_to_producer: [note],
  return_to_province: [note],
  refuse: [{ name: "decided_on", type: "date", required: true }, { name: "decision_no", type: "text" }, note],
  recuse: [{ name: "reason", type: "long", required: true }],
};

/** Acts whose fields the API takes under a name of their own. */
const under: Partial<Record<FormAct, string>> = { report: "report", advise: "advice", close_council: "minutes" };

export function isFormAct(act: string): act is FormAct {
  return Object.hasOwn(actFields, act);
}

/** The dates of an act that lie before the dossier was handed in: seldom meant, but never refused. Days as YYYY-MM-DD. */
export function datesBeforeSubmission(act: FormAct, form: FormData, submittedOn: string | null): string[] {
  if (!submittedOn) return [];
  return actFields[act].flatMap(({ name, type }) => {
    const day = type === "date" ? String(form.get(name) ?? "") : "";
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && day < submittedOn ? [name] : [];
  });
}

/** The body of an act from what its form sent; what was left empty is left out. */
export function actBody(act: FormAct, version: number, form: FormData, toPhone: (typed: string) => string): Record<string, unknown> {
  const given = Object.fromEntries(
    actFields[act].flatMap(({ name, type }): [string, unknown][] => {
      if (type === "people") return [[name, peopleOf(form, name, toPhone)]];
      const value = String(form.get(name) ?? "").trim();
      if (value === "") return [];
      return [[name, type === "number" && /^\d+$/.test(value) ? Number(value) : value]];
    }),
  );
  const nested = under[act];
  return { act, version, ...(nested ? { [nested]: given } : given) };
}

/** Rows `name.0.phone`, `name.0.name`, … in their order; a row with nothing in it is no person. */
export function peopleOf(form: FormData, name: string, toPhone: (typed: string) => string): Record<string, unknown>[] {
  const rows = [...new Set([...form.keys()].flatMap((key) => (key.startsWith(`${name}.`) ? [Number(key.split(".")[1])] : [])))].sort((a, b) => a - b);
  return rows.flatMap((row): Record<string, unknown>[] => {
    const cell = (part: string) => String(form.get(`${name}.${row}.${part}`) ?? "").trim();
    const organisation = cell("organisation") || null;
    const role = cell("role");
    const rest = { organisation, ...(role ? { role } : {}) };
    if (cell("official_id")) return [{ official_id: cell("official_id"), ...rest }];
    if (!cell("name") && !cell("phone") && !organisation) return [];
    return [{ phone: toPhone(cell("phone")), name: cell("name"), ...rest }];
  });
}
