import type { MedusaRequest } from "@medusajs/framework/http"

const HEADER = "x-order-key"

/**
 * The key a request shows for an order group: the header `X-Order-Key`, which no log of addresses has, or the parameter
 * `access_token` for links. Undefined when it shows none, and when it shows the header twice.
 */
export function orderKeyOf(req: Pick<MedusaRequest, "headers">, accessToken: string | undefined): string | undefined {
  const header = req.headers[HEADER]
  return typeof header === "string" && header !== "" ? header : accessToken
}
