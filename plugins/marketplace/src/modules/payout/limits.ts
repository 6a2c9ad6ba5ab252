/** A statement is read in one transaction per line; a month of a busy house is far below this. */
export const MAX_STATEMENT_LINES = 5_000
export const MAX_STATEMENT_BYTES = 4_000_000
