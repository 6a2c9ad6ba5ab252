import type { Language, Sentence } from "./reader-language"

export type ApiErrorType = "invalid_data" | "not_found" | "not_allowed" | "unauthorized" | "conflict" | "rate_limited"

const STATUS: Record<ApiErrorType, number> = {
  invalid_data: 400,
  unauthorized: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
}

export type ApiErrorInput = {
  type: ApiErrorType
  /** `<plugin>.<reason>`, stable: programs compare it, people never see it. */
  code: string
  message: Sentence
  /** One sentence per wrong input field, keyed by its path (`price_vnd`, `lines.0.quantity`). */
  fields?: Record<string, Sentence>
  /** HTTP status, when it is not the usual one of the type. */
  status?: number
  /** Further facts for the program that called, merged into the answer (`lines`, `retry_after_seconds`). */
  details?: Record<string, unknown>
}

export type ApiErrorBody = {
  type: ApiErrorType
  code: string
  message: string
  fields?: Record<string, string>
} & Record<string, unknown>

/** An expected refusal, with words for the person who reads it. Not for bugs: those stay plain errors and become 500. */
export class ApiError extends Error {
  readonly status: number
  readonly type: ApiErrorType
  readonly code: string
  readonly sentence: Sentence
  readonly fields?: Record<string, Sentence>
  readonly details?: Record<string, unknown>

  constructor(input: ApiErrorInput) {
    super(input.message.en)
    this.name = "ApiError"
    this.type = input.type
    this.status = input.status ?? STATUS[input.type]
    this.code = input.code
    this.sentence = input.message
    this.fields = input.fields
    this.details = input.details
  }

  toBody(language: Language): ApiErrorBody {
    const fields =
      this.fields && Object.fromEntries(Object.entries(this.fields).map(([path, s]) => [path, s[language]]))
    return { ...this.details, type: this.type, code: this.code, message: this.sentence[language], ...(fields && { fields }) }
  }
}

/**
 * The ApiError behind something that was thrown, also when it crossed a workflow step
 * (Medusa serialises step errors: only the own properties survive, not the class). Null when there is none.
 */
export function asApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error
  if (typeof error !== "object" || error === null) return null
  const candidate = error as Partial<ApiError> & { cause?: unknown }
  if (typeof candidate.type === "string" && candidate.type in STATUS && candidate.sentence && candidate.code) {
    return new ApiError({
      type: candidate.type,
      status: candidate.status,
      code: candidate.code,
      message: candidate.sentence,
      fields: candidate.fields,
      details: candidate.details,
    })
  }
  return candidate.cause ? asApiError(candidate.cause) : null
}
