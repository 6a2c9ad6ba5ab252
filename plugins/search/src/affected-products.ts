import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type EventData = Record<string, unknown>

/** Where the products are found, by what an event names. Keys are fields of an event's data. */
const throughGraph: Record<string, { entity: string; field: string }> = {
  ocop_product_id: { entity: "ocop_product", field: "products.id" },
  right_of_use_id: { entity: "right_of_use", field: "products.id" },
  quality_certificate_id: { entity: "quality_certificate", field: "products.id" },
  seller_id: { entity: "seller", field: "products.id" },
  inventory_item_id: { entity: "inventory_item", field: "variants.product_id" },
}

/**
 * The ids of the products a consumed event may have changed. Deleted rows are looked up too:
 * a reservation that is gone still says whose stock is free again.
 */
export async function affectedProducts(container: MedusaContainer, event: { name: string; data: unknown }): Promise<string[]> {
  const rows = [event.data].flat() as EventData[]
  if (event.name.startsWith("inventory.")) {
    const itemIds = await inventoryItems(container, event.name, rows.flatMap(({ id }) => texts(id)))
    return [...new Set(await follow(container, "inventory_item_id", itemIds))]
  }
  const found = new Set<string>()
  for (const data of rows) {
    for (const id of texts(data.product_id ?? (event.name.startsWith("product.") ? data.id : undefined))) found.add(id)
    for (const key of Object.keys(throughGraph)) {
      for (const id of await follow(container, key, texts(data[key]))) found.add(id)
    }
  }
  return [...found]
}

/**
 * The items whose levels or reservations the rows of an event are; these events carry only the rows' own ids. All in one
 * look: an order changes a level and makes a reservation for each of its lines.
 */
async function inventoryItems(container: MedusaContainer, name: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const entity = name.startsWith("inventory.reservation-item.") ? "reservation" : "inventory_level"
  return [...new Set(await graph(container, entity, "inventory_item_id", ids, { withDeleted: true }))]
}

async function follow(container: MedusaContainer, key: string, ids: string[]): Promise<string[]> {
  const target = throughGraph[key]
  return target && ids.length > 0 ? graph(container, target.entity, target.field, ids) : []
}

async function graph(container: MedusaContainer, entity: string, field: string, ids: string[], options: { withDeleted?: boolean } = {}): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: [field], filters: { id: ids }, ...options })
  return (data as unknown[]).flatMap((row) => valuesAt(row, field.split(".")))
}

function valuesAt(value: unknown, path: string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path))
  const [name, ...rest] = path
  if (name === undefined) return texts(value)
  return typeof value === "object" && value !== null ? valuesAt((value as EventData)[name], rest) : []
}

function texts(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === "string")
}
