import { fetchListings } from "@cho-phien/marketplace"
import { currentStars, fetchExternalSales, latestRecognition, registerLinks, todayInVietnam, type RecognitionDto } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isActiveListing, type RegisterFact } from "../modules/oversight/rules/listing-rate"

/** A product of the OCOP register with the recognition that counts today and its listings here. */
export interface RegisterRow extends RegisterFact {
  name: string
  producerName: string | null
  certificateCode: string | null
  expiresOn: string | null
  activeListings: { handle: string; title: string }[]
}

interface RegisterProduct {
  id: string
  name: string
  producer_name: string | null
  commune_code: string | null
  province_code: string
  recognitions?: RecognitionDto[]
  products?: ({ id: string } | null)[]
}

/**
 * The register of one area, joined with what is on sale here. Read afresh on every call: a figure that an
 * official signs must agree with the list behind it.
 * @param area code of a province (2 digits) or commune (5); null for the whole country
 */
export async function fetchRegisterRows(container: MedusaContainer, area: string | null, now = new Date()): Promise<RegisterRow[]> {
  const today = todayInVietnam(now)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "ocop_product",
    fields: ["id", "name", "producer_name", "commune_code", "province_code", "recognitions.*", "products.id"],
    filters: area === null ? {} : area.length === 2 ? { province_code: area } : { commune_code: area },
  })
  const products = data as unknown as RegisterProduct[]
  const listings = await listingsById(container, products.flatMap(linkedProductIds))
  const elsewhere = await fetchExternalSales(container, products.map((product) => product.id), now)

  return products.map((product) => {
    const recognitions = product.recognitions ?? []
    const current = latestRecognition(recognitions, today)
    const linked = linkedProductIds(product).flatMap((id) => listings.get(id) ?? [])
    const facts = linked.map((listing) => ({
      status: listing.status,
      priceVnd: listing.price_vnd,
      availableQuantity: listing.available_quantity,
    }))
    return {
      ocopProductId: product.id,
      name: product.name,
      producerName: product.producer_name,
      communeCode: product.commune_code,
      provinceCode: product.province_code,
      stars: currentStars(recognitions, today),
      certificateCode: current?.certificate_code ?? null,
      expiresOn: current?.expires_on ?? null,
      illustrative: current?.illustrative ?? false,
      listings: facts,
      listedElsewhere: elsewhere.has(product.id),
      activeListings: linked
        .filter((_, index) => isActiveListing(facts[index] as (typeof facts)[number]))
        .map(({ handle, title }) => ({ handle, title })),
    }
  })
}

/** Which products of the register have something on sale here now. @param ocopProductIds of these alone; absent: of all */
export async function listedHere(container: MedusaContainer, ocopProductIds?: string[]): Promise<string[]> {
  const links = await registerLinks(container, ocopProductIds)
  const listings = await listingsById(container, links.map((link) => link.product_id))
  const active = links.filter(({ product_id }) => {
    const listing = listings.get(product_id)
    return listing && isActiveListing({ status: listing.status, priceVnd: listing.price_vnd, availableQuantity: listing.available_quantity })
  })
  return [...new Set(active.map((link) => link.ocop_product_id))]
}

function linkedProductIds(product: RegisterProduct): string[] {
  return (product.products ?? []).flatMap((linked) => (linked ? [linked.id] : []))
}

async function listingsById(container: MedusaContainer, productIds: string[]) {
  if (productIds.length === 0) return new Map<string, Awaited<ReturnType<typeof fetchListings>>[number]>()
  const listings = await fetchListings(container, { productIds })
  return new Map(listings.map((listing) => [listing.id, listing]))
}
