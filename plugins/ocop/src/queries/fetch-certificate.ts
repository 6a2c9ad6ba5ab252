import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService, type Unit } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isInForce, latestRecognition, recognitionStatus, type RecognitionStatus, type Stars } from "../modules/ocop/rules/recognition-status"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"
import type { OcopProductDto, RecognitionDto } from "../modules/ocop/service"
import { fetchExternalSales, type ExternalSale } from "./fetch-external-listings"

export type Place = { code: string; name: string; full_name: string }

/** What anybody who scans a label may know about a certificate. */
export type Certificate = {
  code: string
  status: RecognitionStatus
  /** null as soon as the certificate does not hold, or a later one has taken its place */
  stars: Stars | null
  /** the rank that was given, also when the certificate no longer holds */
  stars_given: Stars
  product_name: string
  producer_name: string | null
  commune: Place | null
  province: Place | null
  decision_no: string | null
  issued_by: string | null
  issued_on: string
  expires_on: string
  prolonged_until: string | null
  revoked_on: string | null
  illustrative: boolean
  listings: PublicListing[]
  /** where else it is sold, as somebody saw within the last 90 days; empty as soon as the certificate does not hold */
  external_listings: ExternalSale[]
  /** every recognition of the product, this one among them, the latest first */
  history: PastRecognition[]
  /** the certificate that speaks for the product now, where it is not this one */
  replaced_by: string | null
}

export type PublicListing = { handle: string; title: string }

/** One recognition of a product's past; `status` follows from its own dates, whether or not a later one replaced it. */
export type PastRecognition = {
  code: string
  status: RecognitionStatus
  stars_given: Stars
  decision_no: string | null
  issued_on: string
  expires_on: string
}

export type LinkedListing = { handle: string; title: string; status: string } | null

type Row = OcopProductDto & { recognitions: RecognitionDto[]; products?: LinkedListing[] }

/** @param code as `readCertificateCode` returns it @returns null when the register does not hold it */
export async function fetchCertificate(container: MedusaContainer, code: string, now = new Date()): Promise<Certificate | null> {
  const [row] = await container.resolve<OcopModuleService>(OCOP_MODULE).listRecognitions({ certificate_code: code })
  if (!row) return null
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "ocop_product",
    fields: ["*", "recognitions.*", "products.handle", "products.title", "products.status"],
    filters: { id: row.ocop_product_id },
  })
  const [product] = data as unknown as Row[]
  if (!product) return null
  const today = todayInVietnam(now)
  const units = await container
    .resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
    .retrieveUnits([product.province_code, ...(product.commune_code ? [product.commune_code] : [])])
  const latest = latestRecognition(product.recognitions, today)
  const speaks = latest?.id === row.id
  const holds = speaks && isInForce(row, today)
  return {
    code: row.certificate_code,
    status: recognitionStatus(row, today),
    stars: holds ? (row.star as Stars) : null,
    stars_given: row.star as Stars,
    product_name: product.name,
    producer_name: product.producer_name,
    commune: place(units.get(product.commune_code ?? "")),
    province: place(units.get(product.province_code)),
    decision_no: row.decision_no,
    issued_by: row.issued_by,
    issued_on: row.issued_on,
    expires_on: row.expires_on,
    prolonged_until: row.prolonged_until,
    revoked_on: row.revoked_on,
    illustrative: row.illustrative || product.illustrative,
    listings: listingsOf(product.products),
    external_listings: holds ? ((await fetchExternalSales(container, [product.id], now)).get(product.id) ?? []) : [],
    history: [...product.recognitions]
      .sort((a, b) => (a.issued_on === b.issued_on ? (a.id < b.id ? 1 : -1) : a.issued_on < b.issued_on ? 1 : -1))
      .map((one) => ({
        code: one.certificate_code,
        status: recognitionStatus(one, today),
        stars_given: one.star as Stars,
        decision_no: one.decision_no,
        issued_on: one.issued_on,
        expires_on: one.prolonged_until ?? one.expires_on,
      })),
    replaced_by: latest && !speaks ? latest.certificate_code : null,
  }
}

/** Those of the linked products that are on sale today. */
export function listingsOf(products: LinkedListing[] = []): PublicListing[] {
  return products.flatMap((product) => (product?.status === "published" ? [{ handle: product.handle, title: product.title }] : []))
}

export function place(unit: Unit | undefined): Place | null {
  return unit ? { code: unit.code, name: unit.name, full_name: unit.full_name } : null
}
