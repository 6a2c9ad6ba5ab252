import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What belongs to a payment of /v1 says to which: the hold and the sums of a charge go by it. A shop's charge names its
 * shop, what belongs to no shop names none.
 */
export class Migration20261122212559 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table ledger_journal add constraint ledger_journal_charge check (kind not in ('destination_charge', 'platform_charge', 'charge_refund', 'charge_refund_failed') or intent_id is not null);`,
    )
    this.addSql(
      `alter table ledger_journal add constraint ledger_journal_charge_seller check (kind not in ('destination_charge', 'platform_charge') or (kind = 'destination_charge') = (seller_id is not null));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table ledger_journal drop constraint if exists ledger_journal_charge_seller;`)
    this.addSql(`alter table ledger_journal drop constraint if exists ledger_journal_charge;`)
  }
}
