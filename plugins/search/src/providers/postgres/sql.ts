/** A piece of SQL with its parameters in the order of its question marks. */
export type Sql = { text: string; params: unknown[] }

export const sql = (text: string, ...params: unknown[]): Sql => ({ text, params })

/** Pieces side by side, parameters in order. */
export function join(pieces: Sql[], separator: string): Sql {
  return { text: pieces.map(({ text }) => text).join(separator), params: pieces.flatMap(({ params }) => params) }
}
