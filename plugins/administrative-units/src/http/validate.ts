import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { ApiError, asApiError } from "./api-error"
import { issueSentence, unknownField } from "./issue-sentence"
import { readerLanguage, type Sentence } from "./reader-language"

type Schemas = { body?: z.ZodType; query?: z.ZodType; params?: z.ZodType }

type Output<S> = S extends z.ZodType ? z.output<S> : undefined

export type ValidatedInput<S extends Schemas> = {
  body: Output<S["body"]>
  query: Output<S["query"]>
  params: Output<S["params"]>
}

/** Parses `value` or throws an ApiError 400 `invalid_data` that says for every field what is wrong with it. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const fields: Record<string, Sentence> = {}
  const unstorable = findUnstorable(value)
  if (unstorable !== null) {
    fields[unstorable] = { vi: "Có ký tự không in được.", en: "This contains a character that cannot be stored." }
  } else {
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return result.data
    for (const issue of result.error.issues) addIssue(fields, issue)
  }
  throw new ApiError({
    type: "invalid_data",
    code: "invalid_data",
    message: {
      vi: "Một số thông tin chưa đúng. Vui lòng xem lại các mục được đánh dấu.",
      en: "Some of the input is not right. Please check the fields that are marked.",
    },
    fields,
  })
}

/** `parseInput` on the body of a request; an absent body counts as an empty object. */
export function validateBody<S extends z.ZodType>(req: { body?: unknown }, schema: S): z.output<S> {
  return parseInput(schema, req.body ?? {})
}

/** Answers an ApiError in the reader's language. Anything else is rethrown: Medusa's error handler answers it. */
export function sendError(req: MedusaRequest, res: MedusaResponse, error: unknown): void {
  const apiError = asApiError(error)
  if (!apiError) throw error
  const language = readerLanguage(req)
  const retryAfter = apiError.details?.retry_after_seconds
  if (typeof retryAfter === "number") res.setHeader("Retry-After", String(Math.ceil(retryAfter)))
  res.setHeader("Content-Language", language)
  res.vary("Accept-Language")
  res.status(apiError.status).json(apiError.toBody(language))
}

/**
 * Wraps a route: body, query and params are parsed before the handler runs, and refusals
 * (`ApiError`, also out of a workflow) are answered in the reader's language.
 *
 *     export const POST = validated({ body: Body }, async (req, res, { body }) => { … })
 */
export function validated<S extends Schemas, R extends MedusaRequest = MedusaRequest>(
  schemas: S,
  handler: (req: R, res: MedusaResponse, input: ValidatedInput<S>) => Promise<unknown>,
): (req: R, res: MedusaResponse) => Promise<void> {
  return async (req, res) => {
    try {
      const input = {
        params: schemas.params && parseInput(schemas.params, req.params),
        query: schemas.query && parseInput(schemas.query, req.query),
        body: schemas.body && validateBody(req, schemas.body),
      } as ValidatedInput<S>
      await handler(req, res, input)
    } catch (error) {
      sendError(req, res, error)
    }
  }
}

function addIssue(fields: Record<string, Sentence>, issue: z.core.$ZodIssue, parent: PropertyKey[] = []): void {
  const path = [...parent, ...issue.path]
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) fields[fieldName([...path, key])] ??= unknownField()
    return
  }
  fields[fieldName(path)] ??= issueSentence(issue)
}

function fieldName(path: PropertyKey[]): string {
  return path.length === 0 ? "_" : path.map(String).join(".")
}

/**
 * The path of the first text, or key, with a NUL or half of a surrogate pair in it: Postgres can store neither (in text
 * and in JSON it would answer with a 500).
 */
export function findUnstorable(value: unknown, path: string[] = []): string | null {
  if (typeof value === "string") return isStorable(value) ? null : fieldName(path)
  if (typeof value !== "object" || value === null || path.length > 20 || Buffer.isBuffer(value)) return null
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) return fieldName(path)
    const found = findUnstorable(child, [...path, key])
    if (found !== null) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes("\u0000") && !/\p{Cs}/u.test(text)
}
