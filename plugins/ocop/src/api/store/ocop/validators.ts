import { z } from "@medusajs/framework/zod"

export const SetNoParams = z.object({ set_no: z.coerce.number().int().min(1).max(999) })

/** Number of the criterion → index of the option from 1; 0 where none is reached and the sheet has no option for that. */
export const AssessBody = z
  .object({
    // A sheet has at most 40 criteria; what is none of its own is refused by name, so a long list is refused as such.
    options: z.record(z.string().max(20), z.number().int().min(0).max(99)).refine((options) => Object.keys(options).length <= 100, {
      params: { vi: "Có quá nhiều tiêu chí.", en: "There are too many criteria." },
    }),
  })
  .strict()
