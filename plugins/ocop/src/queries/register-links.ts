import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import registerLink from "../links/ocop-product-product"

type Link = { product_id: string; ocop_product_id: string }

/** Which entry of the register each product on sale is, by product id; absent: none. */
export async function registerEntryOf(container: MedusaContainer, productIds: string[]): Promise<Map<string, string>> {
  if (productIds.length === 0) return new Map()
  return new Map((await links(container, { product_id: productIds })).map((row) => [row.product_id, row.ocop_product_id]))
}

/** The products on sale that are this entry of the register. */
export async function linkedProductIds(container: MedusaContainer, ocopProductId: string): Promise<string[]> {
  return (await links(container, { ocop_product_id: ocopProductId })).map((row) => row.product_id)
}

/** The links of these entries of the register; without ids, all there are. */
export async function registerLinks(container: MedusaContainer, ocopProductIds?: string[]): Promise<Link[]> {
  if (ocopProductIds?.length === 0) return []
  return links(container, ocopProductIds ? { ocop_product_id: ocopProductIds } : {})
}

async function links(container: MedusaContainer, filters: Partial<Record<keyof Link, string | string[]>>): Promise<Link[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: registerLink.entryPoint, fields: ["product_id", "ocop_product_id"], filters })
  return data as unknown as Link[]
}
