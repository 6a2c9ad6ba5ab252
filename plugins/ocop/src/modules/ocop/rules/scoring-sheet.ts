import { z } from "@medusajs/framework/zod"

const Stars = z.literal([3, 4, 5])
const Points = z.number().int().min(0).max(100)

/** `points` as printed (null: the cell is empty); `min_star` is the mark behind the option, ***, **** or *****. */
const Option = z.strictObject({
  points: Points.nullable(),
  min_star: Stars.optional(),
  case: z.string().optional(),
  text: z.string().min(1),
})

/** Exactly one option is chosen. Without options, the criterion is awarded in full or not at all. */
const Criterion = z.strictObject({
  no: z.string().regex(/^\d+(\.\d+)*$/),
  title: z.string().min(1),
  max: Points,
  note: z.string().optional(),
  subgroup: z.strictObject({ no: z.string(), title: z.string(), max: Points }).optional(),
  cases: z.array(z.strictObject({ code: z.string(), title: z.string() })).optional(),
  options: z.array(Option),
})

const Group = z.strictObject({
  no: z.string(),
  title: z.string(),
  max: Points,
  note: z.string().optional(),
  criteria: z.array(Criterion).min(1),
})

const Part = z.strictObject({ code: z.enum(["A", "B", "C"]), title: z.string(), max: Points, groups: z.array(Group).min(1) })

/**
 * A place where the sheet contradicts itself or its parallel sheets. `printed` is what stands there; `consistent` is
 * what sums or parallel sheets suggest. `option` counts from 1. The status says what becomes of it:
 *
 * - `proposed`: a human hasn't decided yet; the value that gives fewer points or asks for more is used
 * - `confirmed`: `consistent` is used · `rejected`: the printed value is used
 * - `held`: the sheet's data hold `consistent`, because what is printed can't be held as a number or a mark
 * - `noted`: there is no other value to propose
 */
const Irregularity = z.strictObject({
  criterion: z.string().nullable(),
  option: z.union([z.number().int().min(1), z.literal("note")]).nullable(),
  kind: z.string(),
  effect: z.enum(["points", "minimum", "rule", "text_only"]),
  printed: z.union([z.string(), z.number()]).nullable(),
  consistent: z.number().int().nullable(),
  status: z.enum(["proposed", "confirmed", "rejected", "held", "noted"]),
  basis: z.string().nullable(),
  detail: z.string(),
})

/** One scoring sheet in the words and figures of the decision. */
export const ScoringSheetSchema = z.strictObject({
  legal_version: z.string(),
  set_no: z.number().int().min(1),
  name: z.string().min(1),
  heading: z.string(),
  classification: z.string(),
  total: Points,
  notes: z.array(z.string()),
  source: z.string().min(1),
  parts: z.array(Part).length(3),
  irregularities: z.array(Irregularity),
})

export type ScoringSheet = z.output<typeof ScoringSheetSchema>
export type SheetPart = z.output<typeof Part>
export type SheetCriterion = z.output<typeof Criterion>
export type Irregularity = z.output<typeof Irregularity>
