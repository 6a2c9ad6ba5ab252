import { todayInVietnam } from "@cho-phien/administrative-units"
import { OCOP_MODULE, provedCriteria, signOurFields, type OcopModuleService } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CODE_WORDS, type CodeKind, type Evidence } from "../evidence/evidence"
import { provinceNames } from "./province-names"
import type { Period } from "../modules/order-group/rules/listing-sales"
import { SALES_STATEMENT, salesStatement } from "../modules/order-group/rules/sales-statement"
import { listingNotFound } from "../modules/seller/errors"
import { fetchOwnListings } from "./fetch-listings"
import type { OwnListing } from "./listing"
import { fetchListingSales } from "./listing-sales"

export type EvidenceInput = {
  productId: string
  sellerId: string
  period: Period
  /** the product set whose sheet is quoted; without it that of the register product the listing is linked to */
  setNo?: number
  now?: Date
}

/**
 * The statement of evidence of a shop's own listing.
 * @throws ApiError 404 `listing.not_found`, 404 for a set without sheet, 503 `ocop.nothing_to_sign_with`
 */
export async function fetchEvidence(container: MedusaContainer, { productId, sellerId, period, setNo, now = new Date() }: EvidenceInput): Promise<Evidence> {
  const [listing] = await fetchOwnListings(container, { productIds: [productId], filters: { sellerId } })
  if (!listing) throw listingNotFound()
  const criteria = await criteriaOf(container, productId, setNo)
  const issued_at = `${now.toISOString().slice(0, 19)}Z`
  const sales = await fetchListingSales(container, { productId, sellerId, period, until: new Date(issued_at) })
  const illustrative = listing.illustrative || listing.ocop?.illustrative === true
  const signed = signOurFields(SALES_STATEMENT.mark, SALES_STATEMENT.write(salesStatement({ product_id: productId, period, issued_at, sales, illustrative })))
  const shopUrl = storefrontUrl()
  return {
    issued_at,
    period,
    ...publicFacts(listing),
    certificate: certificateOf(listing),
    codes: codesOf(listing),
    sales: { ...sales, provinces: await provinceNames(container, sales.provinces) },
    criteria,
    check_url: `${shopUrl}/xac-thuc/bang-ke?s=${signed}`,
    key_id: keyIdOf(signed),
    house: { name: "Sàn thương mại điện tử Chợ Phiên", url: shopUrl },
    illustrative,
  }
}

function publicFacts(listing: OwnListing): Pick<Evidence, "product" | "shop"> {
  const { title, handle, unit, seller, status, first_published_at } = listing
  return {
    product: {
      title,
      url: `${storefrontUrl()}/san-pham/${handle}`,
      unit,
      first_published_on: first_published_at && todayInVietnam(new Date(first_published_at)),
      on_sale: status === "published",
    },
    shop: { name: seller.name, kind: seller.kind, place: `${seller.commune.full_name}, ${seller.province.full_name}`, url: `${storefrontUrl()}/gian-hang/${seller.handle}` },
  }
}

function certificateOf({ ocop }: OwnListing): Evidence["certificate"] {
  if (!ocop) return null
  const { certificate_code, product_name, stars, decision_no, expires_on, status } = ocop
  return { code: certificate_code, url: `${storefrontUrl()}/xac-thuc/${certificate_code}`, product_name, stars, decision_no, expires_on, status }
}

function codesOf({ quality }: OwnListing): Evidence["codes"] {
  return quality.flatMap(({ kind, number, state }) => (isCodeKind(kind) && number && (state === "valid" || state === "expiring") ? [{ kind, number }] : []))
}

function isCodeKind(kind: string): kind is CodeKind {
  return Object.hasOwn(CODE_WORDS, kind)
}

async function criteriaOf(container: MedusaContainer, productId: string, asked: number | undefined): Promise<Evidence["criteria"]> {
  const setNo = asked ?? (await registeredSet(container, productId))
  if (setNo === null) return null
  const { sheet, law } = await container.resolve<OcopModuleService>(OCOP_MODULE).sheetInForce(setNo)
  return { set_no: setNo, set_name: sheet.name, legal_basis: law.name, proved: provedCriteria(sheet) }
}

async function registeredSet(container: MedusaContainer, productId: string): Promise<number | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "ocop_product.product_set_no"],
    filters: { id: productId },
  })
  const [product] = data as unknown as { ocop_product?: { product_set_no: number | null } | null }[]
  return product?.ocop_product?.product_set_no ?? null
}

/** The first field of the payload (`signFields`). */
function keyIdOf(signed: string): string {
  const [keyId] = JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString("utf8")) as [string]
  return keyId
}

function storefrontUrl(): string {
  return process.env.STOREFRONT_URL ?? "http://localhost:8000"
}
