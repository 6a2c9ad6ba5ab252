import type { z } from "@medusajs/framework/zod"

/** Which fields of a genuine notice could not be read, so that the sender's support can be told. */
export function malformed(error: z.ZodError): { kind: "malformed"; fields: string[] } {
  return { kind: "malformed", fields: error.issues.map((issue) => issue.path.join(".")) }
}
