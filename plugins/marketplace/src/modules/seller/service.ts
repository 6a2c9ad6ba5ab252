import { generateEntityId, InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import Listing from "./models/listing"
import Seller from "./models/seller"
import SellerMember from "./models/seller-member"
import ShippingTariffModel from "./models/shipping-tariff"
import type { ShippingTariff, TransitDays } from "./rules/shipping-quote"

/** The `owner_id` of the operator's own tariff. */
export const HOUSE = "house"

export type OwnedTariff = { tariff: ShippingTariff; own: boolean }

export default class SellerModuleService extends MedusaService({ Seller, SellerMember, Listing, ShippingTariff: ShippingTariffModel }) {
  /** The tariff of each shop, its own or the house's; and the house's days on the road. One query. */
  async tariffsOf(sellerIds: string[]): Promise<{ bySeller: Map<string, OwnedTariff>; house: ShippingTariff; transit: TransitDays }> {
    const rows = await this.listShippingTariffs({ owner_id: [HOUSE, ...sellerIds] })
    const house = rows.find((row) => row.owner_id === HOUSE)
    if (!house?.transit_days) throw new Error("The house has no shipping tariff: its row came with the migrations and must stay.")
    const shared = toTariff(house)
    const own = new Map(rows.map((row) => [row.owner_id, toTariff(row)]))
    const bySeller = new Map(sellerIds.map((id) => [id, { tariff: own.get(id) ?? shared, own: own.has(id) }]))
    return { bySeller, house: shared, transit: house.transit_days as unknown as TransitDays }
  }

  /** Writes an owner's tariff, or takes it away (null); one statement, so two phones saving at once can't make two rows. */
  @InjectManager()
  async saveTariff(ownerId: string, tariff: ShippingTariff | null, transitDays: TransitDays | null = null, @MedusaContext() context: Context<EntityManager> = {}): Promise<void> {
    const manager = context.manager!
    if (!tariff) {
      await manager.execute("delete from shipping_tariff where owner_id = ?", [ownerId])
      return
    }
    await manager.execute(
      `insert into shipping_tariff (id, owner_id, ships_within, zones, free_from_vnd, handling_days, fresh_within, max_parcel_grams, transit_days)
       values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb)
       on conflict (owner_id) where deleted_at is null do update set
         ships_within = excluded.ships_within, zones = excluded.zones, free_from_vnd = excluded.free_from_vnd,
         handling_days = excluded.handling_days, fresh_within = excluded.fresh_within, max_parcel_grams = excluded.max_parcel_grams,
         transit_days = coalesce(excluded.transit_days, shipping_tariff.transit_days), updated_at = now()`,
      [
        generateEntityId(undefined, "shtar"), ownerId, tariff.ships_within, JSON.stringify(tariff.zones), tariff.free_from_vnd,
        tariff.handling_days, tariff.fresh_within, tariff.max_parcel_grams, transitDays && JSON.stringify(transitDays),
      ],
    )
  }
}

type Row = Awaited<ReturnType<SellerModuleService["listShippingTariffs"]>>[number]

function toTariff({ ships_within, zones, free_from_vnd, handling_days, fresh_within, max_parcel_grams }: Row): ShippingTariff {
  return { ships_within, zones: zones as unknown as ShippingTariff["zones"], free_from_vnd, handling_days, fresh_within, max_parcel_grams }
}
