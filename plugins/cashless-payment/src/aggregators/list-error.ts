/**
 * Why a list was not taken whole. `http`: no answer came, or not all of it, `http_503`: an error did; `no_list`: what came
 * is none, or not all of one; `unreadable`: most of its rows can't be read, or more than are kept for a person, the others
 * were taken; `not_taken`: it was read, and a transfer in it was not kept; `internal`: this house's own side failed.
 */
export type ListErrorCode = "http" | `http_${number}` | "no_list" | "unreadable" | "not_taken" | "internal"

/** The code is for the desk; the message, in whosever words, for the log alone. */
export class ListError extends Error {
  constructor(
    readonly code: ListErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** Says of an error that has no code yet what it stopped. */
export function asListError(error: unknown, code: ListErrorCode): ListError {
  return error instanceof ListError ? error : new ListError(code, error instanceof Error ? error.message : String(error))
}
