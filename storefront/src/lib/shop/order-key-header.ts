/** Shows the backend the key of an order group: in a header, because addresses are logged. */
export function orderKeyHeader(key: string): Record<string, string> {
  return { "x-order-key": key };
}
