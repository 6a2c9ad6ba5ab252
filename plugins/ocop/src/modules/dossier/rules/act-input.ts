import { z } from "@medusajs/framework/zod"
import { DossierDate } from "./dossier-form"

const version = z.number().int().min(1)
const Text = (longest: number) => z.string().trim().min(1).max(longest)
const Optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullish()
    .transform((value) => value || null)
const DocumentNo = Text(100)
const samples = z.number().int().min(0).max(100)
const organisation = Optional(200)

/** An official known here, or somebody who becomes one and logs in by this phone. */
const PersonSchema = z.union([z.strictObject({ official_id: Text(60), organisation }), z.strictObject({ phone: Text(20), name: Text(120), organisation })])
export type PersonInput = z.output<typeof PersonSchema>

const ReportSchema = z.strictObject({ local_material: Text(5000), local_labour: Text(5000), idea_origin: Text(5000), local_identity: Text(5000) })

const AdviceSchema = z.strictObject({
  summary: Text(10_000),
  surveyed_on: DossierDate.nullish().transform((value) => value ?? null),
  survey_note: Optional(5000),
  tests_note: Optional(5000),
  recommendation: z.enum(["put_to_council", "ask_for_more"]),
})

const MinutesSchema = z.strictObject({ held_on: DossierDate, place: Optional(300), discussion: Optional(10_000), conclusion: Optional(10_000) })

/** What comes with each act. `edit`, `attach` and `score` have routes of their own. */
export const ActBody = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("submit"), version }),
  z.strictObject({ act: z.literal("withdraw"), version, note: Optional(4000) }),
  z.strictObject({ act: z.literal("report"), version, report: ReportSchema }),
  z.strictObject({ act: z.literal("return_to_producer"), version, note: Text(4000) }),
  z.strictObject({ act: z.literal("forward"), version, letter_no: DocumentNo, letter_date: DossierDate, samples }),
  z.strictObject({ act: z.literal("consult"), version, consultants: z.array(PersonSchema).min(1).max(15) }),
  z.strictObject({ act: z.literal("advise"), version, advice: AdviceSchema }),
  z.strictObject({ act: z.literal("open_council"), version, council_id: Text(60), form: z.enum(["meeting", "written"]).optional() }),
  z.strictObject({ act: z.literal("recuse"), version, reason: Text(2000) }),
  z.strictObject({ act: z.literal("reopen_sheet"), version, sheet_id: Text(60), reason: Text(2000) }),
  z.strictObject({ act: z.literal("close_council"), version, minutes: MinutesSchema }),
  z.strictObject({ act: z.literal("approve_potential_5"), version, decision_no: DocumentNo, decided_on: DossierDate, issued_by: Optional(200) }),
  z.strictObject({ act: z.literal("send_to_ministry"), version, letter_no: DocumentNo, letter_date: DossierDate, samples }),
  z.strictObject({ act: z.literal("recognise"), version, decision_no: DocumentNo, decided_on: DossierDate, issued_by: Optional(200) }),
  z.strictObject({ act: z.literal("refuse"), version, decision_no: Optional(100), decided_on: DossierDate, issued_by: Optional(200), note: Text(4000) }),
  z.strictObject({ act: z.literal("return_to_province"), version, note: Text(4000) }),
  z.strictObject({ act: z.literal("send_back"), version, letter_no: DocumentNo, letter_date: DossierDate, note: Optional(4000) }),
])
export type ActBody = z.output<typeof ActBody>

/** As the module takes it: people are officials by now. */
export type ActInput = Exclude<ActBody, { act: "consult" }> | { act: "consult"; version: number; consultants: { official_id: string; name: string; organisation: string | null }[] }
export type ActOf<A extends ActInput["act"]> = Extract<ActInput, { act: A }>

const CouncilFields = {
  name: Text(300),
  decision_no: Optional(100),
  decided_on: DossierDate.nullish().transform((value) => value ?? null),
  members: z
    .array(
      z.union([
        z.strictObject({ official_id: Text(60), organisation, role: z.enum(["chair", "secretary", "member"]) }),
        z.strictObject({ phone: Text(20), name: Text(120), organisation, role: z.enum(["chair", "secretary", "member"]) }),
      ]),
    )
    .min(3)
    .max(30)
    .refine((members) => members.filter(({ role }) => role === "chair").length === 1 && members.filter(({ role }) => role === "secretary").length === 1, {
      params: { vi: "Hội đồng có đúng một chủ tịch và một thư ký.", en: "A council has exactly one chair and one secretary." },
    })
    .refine((members) => members.some(({ role }) => role === "member"), {
      params: { vi: "Hội đồng cần ít nhất một thành viên ngoài chủ tịch và thư ký.", en: "A council needs a member besides chair and secretary." },
    }),
}
export const CouncilBody = z.strictObject(CouncilFields)
export type CouncilBody = z.output<typeof CouncilBody>
export const CouncilChangeBody = z.strictObject({ ...CouncilFields, version })

export const SheetBody = z.strictObject({
  version,
  options: z.record(z.string().max(12), z.number().int().min(0).max(99)),
  comments: z.record(z.string().max(12), z.string().trim().max(2000)).default({}),
  general_comment: Optional(5000),
  hand_in: z.boolean().default(false),
})
export type SheetBody = z.output<typeof SheetBody>
