import { openOurFields } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ListingSales } from "../modules/order-group/rules/listing-sales"
import { SALES_STATEMENT, salesStatement, type SalesStatement } from "../modules/order-group/rules/sales-statement"
import { fetchOwnListings } from "./fetch-listings"
import { fetchListingSales } from "./listing-sales"
import { provinceNames } from "./province-names"

export type EvidenceVerdict = {
  /**
   * `genuine`: signed here, and the orders give the same figures today. `outdated`: signed here, but since then an order
   * was cancelled or refunded, or the listing is gone. `tampered`, `unknown_key`: not a statement of this house.
   */
  state: "genuine" | "outdated" | "tampered" | "unknown_key"
  key_id: string | null
  statement: SalesStatement | null
  product: { title: string; handle: string; on_sale: boolean; seller: { name: string; handle: string } } | null
  /** only for a genuine one: what it counted, month by month, with the names of the provinces */
  sales: ListingSales | null
}

/** Checks the signature of a statement of evidence and works its figures out again. */
export async function checkEvidence(container: MedusaContainer, signed: string): Promise<EvidenceVerdict> {
  const { state, key_id, value: statement } = openOurFields(signed, SALES_STATEMENT)
  if (state !== "genuine") return { state, key_id, statement: null, product: null, sales: null }
  const { product_id, period, issued_at, illustrative } = statement
  const [listing] = await fetchOwnListings(container, { productIds: [product_id] })
  if (!listing) return { state: "outdated", key_id, statement, product: null, sales: null }
  const sales = await fetchListingSales(container, { productId: product_id, sellerId: listing.seller.id, period, until: new Date(issued_at) })
  const same = salesStatement({ product_id, period, issued_at, sales, illustrative }).digest === statement.digest
  return {
    state: same ? "genuine" : "outdated",
    key_id,
    statement,
    product: { title: listing.title, handle: listing.handle, on_sale: listing.status === "published", seller: { name: listing.seller.name, handle: listing.seller.handle } },
    sales: same ? { ...sales, provinces: await provinceNames(container, sales.provinces) } : null,
  }
}
