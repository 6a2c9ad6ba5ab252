type ErrorBody = { type?: string; code?: string; message?: string; fields?: Record<string, string> };

/** What a backend route said when it refused: `message` and `fields` are already in the reader's language. */
export class BackendError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Record<string, string>,
    /** The whole answer, for refusals that carry more than a sentence. */
    readonly body: unknown,
  ) {
    super(message);
    this.name = "BackendError";
  }

  static from(status: number, answer: unknown): BackendError {
    const body: ErrorBody = typeof answer === "object" && answer !== null ? answer : {};
    return new BackendError(status, body.code ?? body.type ?? "unknown", body.message ?? "", body.fields ?? {}, answer);
  }
}

/** The backend did not answer at all. */
export class BackendUnreachable extends Error {
  constructor(cause: unknown) {
    super("the backend did not answer", { cause });
    this.name = "BackendUnreachable";
  }
}
