import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Stands in the message of the database error, so that it can be told from other check violations. */
const MARK = "cho_phien_oversell"

/**
 * The net under the locks: with several servers and locks that are not shared, the database itself refuses
 * a reservation beyond what is stocked. It lies on Medusa's inventory tables, so it is put there after all
 * migrations (src/migration-scripts), and again at no cost.
 */
export async function installStockGuard(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function cho_phien_refuse_oversell() returns trigger language plpgsql as $$
    declare stocked numeric; reserved numeric;
    begin
      if new.deleted_at is not null or coalesce(new.allow_backorder, false) then return new; end if;
      select stocked_quantity into stocked from inventory_level
        where inventory_item_id = new.inventory_item_id and location_id = new.location_id and deleted_at is null
        for update;
      select coalesce(sum(quantity), 0) into reserved from reservation_item
        where inventory_item_id = new.inventory_item_id and location_id = new.location_id and deleted_at is null
          and not coalesce(allow_backorder, false);
      if reserved > coalesce(stocked, 0) then
        raise exception '${MARK}: % of % reserved', reserved, stocked using errcode = '23514';
      end if;
      return new;
    end $$;
    create or replace trigger cho_phien_refuse_oversell
      after insert or update of quantity, deleted_at, location_id on reservation_item
      for each row execute function cho_phien_refuse_oversell();
  `)
}

/** Whether an error is the guard's refusal, however Medusa wrapped it. */
export function isOversellError(error: unknown): boolean {
  let current: unknown = error
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth += 1) {
    const { message, cause } = current as { message?: unknown; cause?: unknown }
    if (typeof message === "string" && message.includes(MARK)) return true
    current = cause
  }
  return false
}
