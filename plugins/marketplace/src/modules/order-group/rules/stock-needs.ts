export type StockedVariant = {
  manage_inventory: boolean
  allow_backorder: boolean
  inventory_items:
    | {
        inventory_item_id: string
        required_quantity: number
        inventory: { location_levels: { location_id: string; stocked_quantity: number; reserved_quantity: number }[] }
      }[]
    | null
}

export type ReservationRow = {
  lineItemId: string
  inventoryItemId: string
  locationId: string
  quantity: number
  allowBackorder: boolean
}

export type StockNeed = { inventoryItemId: string; locationId: string; quantity: number }

/** What counts as endless where stock is not kept: a number, because JSON has no infinity. */
const UNLIMITED = 9999

/** Whole sellable units of a variant at a location (anywhere when the seller has none of its own). */
export function availableQuantity(variant: StockedVariant | null, locationId: string | null): number {
  if (!variant) return 0
  if (!variant.manage_inventory || variant.allow_backorder) return UNLIMITED
  const units = (variant.inventory_items ?? []).map((row) => {
    const levels = row.inventory.location_levels.filter((level) => !locationId || level.location_id === locationId)
    const free = Math.max(0, ...levels.map((level) => Number(level.stocked_quantity) - Number(level.reserved_quantity)))
    return Math.floor(free / row.required_quantity)
  })
  return units.length === 0 ? 0 : Math.min(...units)
}

/** The reservations one order line needs; none where stock is not kept. Null when it has no place to ship from. */
export function reservationRows(
  line: { id: string; quantity: number },
  variant: StockedVariant,
  locationId: string | null,
): ReservationRow[] | null {
  if (!variant.manage_inventory) return []
  const rows: ReservationRow[] = []
  for (const item of variant.inventory_items ?? []) {
    const levels = item.inventory.location_levels
    const level = locationId
      ? levels.find((candidate) => candidate.location_id === locationId)
      : [...levels].sort((a, b) => freeOf(b) - freeOf(a) || a.location_id.localeCompare(b.location_id))[0]
    if (!level) return null
    rows.push({
      lineItemId: line.id,
      inventoryItemId: item.inventory_item_id,
      locationId: level.location_id,
      quantity: line.quantity * item.required_quantity,
      allowBackorder: variant.allow_backorder,
    })
  }
  return rows.length > 0 ? rows : null
}

/**
 * Needs summed per item and place, in one fixed order. Summed, because two lines of one listing each fit alone
 * where together they don't (medusajs/medusa#16569); ordered, because locks taken in different orders dead-lock.
 */
export function sumStockNeeds(rows: ReservationRow[]): StockNeed[] {
  const needs = new Map<string, StockNeed>()
  for (const row of rows) {
    if (row.allowBackorder) continue
    const key = `${row.inventoryItemId}\n${row.locationId}`
    const need = needs.get(key) ?? { inventoryItemId: row.inventoryItemId, locationId: row.locationId, quantity: 0 }
    need.quantity += row.quantity
    needs.set(key, need)
  }
  return [...needs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need)
}

/** Locks for changing stock: places first, then items, each sorted. Everybody who locks several takes them so. */
export function stockLockKeys(rows: { inventoryItemId: string; locationId: string }[]): string[] {
  const places = [...new Set(rows.map((row) => locationLockKey(row.locationId)))].sort()
  const items = [...new Set(rows.map((row) => row.inventoryItemId))].sort()
  return [...places, ...items]
}

/**
 * Medusa's own fulfil and cancel steps lock items unsorted; run under this key they never meet
 * a reservation that holds half of the same items.
 */
export function locationLockKey(locationId: string): string {
  return `stock-location:${locationId}`
}

function freeOf(level: { stocked_quantity: number; reserved_quantity: number }): number {
  return Number(level.stocked_quantity) - Number(level.reserved_quantity)
}
