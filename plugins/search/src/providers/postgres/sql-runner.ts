/** What is used of the entity manager that Medusa's Search Module hands to its providers. */
export type SqlRunner = {
  /** Question marks in the text stand for the parameters. */
  execute<Row = Record<string, unknown>>(text: string, params?: unknown[]): Promise<Row[]>
}
