import { errorHandler, type MedusaNextFunction, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { ApiError, asApiError } from "./api-error"
import { readerLanguage } from "./reader-language"
import { redactSentence } from "./redact-address"
import { findUnstorable } from "./validate"

const medusaHandler = errorHandler()

/**
 * The last stop of every request that failed, for the whole house: refusals thrown outside of `validated()` (in a
 * middleware), and requests that never reached a route because they can't be read, are answered like all others.
 * Everything else goes to Medusa's own handler.
 */
export function answerErrors(error: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const refusal = asApiError(error) ?? unreadable(error) ?? unstorable(req)
  if (!refusal || res.headersSent) {
    withoutKeys(error)
    medusaHandler(error as never, req, res, next)
    return
  }
  const language = readerLanguage(req)
  res.setHeader("Content-Language", language)
  res.vary("Accept-Language")
  res.status(refusal.status).json(refusal.toBody(language))
}

/** Medusa's handler writes the message, or the whole error, into the log. */
function withoutKeys(error: unknown): void {
  if (!(error instanceof Error)) return
  error.message = redactSentence(error.message)
  if (error.stack) error.stack = redactSentence(error.stack)
}

/** Express and its body parser mark what the client did wrong with a 4xx `status`: a broken escape in the path, bad JSON, a body too large. */
function unreadable(error: unknown): ApiError | null {
  if (!(error instanceof Error)) return null
  const { status, type } = error as Error & { status?: unknown; type?: unknown }
  const fromBodyParser = typeof type === "string" && /^(entity|encoding|charset|request|stream|parameters)\./.test(type)
  if (typeof status !== "number" || status < 400 || status > 499 || !(error instanceof URIError || fromBodyParser)) return null
  const tooLarge = status === 413
  return new ApiError({
    type: "invalid_data",
    status,
    code: tooLarge ? "request_too_large" : "request_unreadable",
    message: tooLarge
      ? { vi: "Dữ liệu gửi lên quá lớn.", en: "The request is too large." }
      : { vi: "Yêu cầu gửi lên không đọc được.", en: "The request could not be read." },
  })
}

/**
 * Medusa's own routes, and ids in paths, reach Postgres with a NUL or half a character in them, and it refuses the whole
 * statement: what the client sent is at fault, whatever the error says.
 */
function unstorable({ originalUrl = "", body }: MedusaRequest): ApiError | null {
  if (!/%00/.test(originalUrl) && findUnstorable(body) === null) return null
  return new ApiError({
    type: "invalid_data",
    code: "request_unreadable",
    message: { vi: "Yêu cầu có ký tự không lưu được.", en: "The request contains a character that cannot be stored." },
  })
}
