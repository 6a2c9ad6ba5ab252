import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Refunds that a caller of /v1 asked for before their parts were kept, and those by hand that followed a rejected one: a
 * transfer or a fee could not be taken back then, so their parts are known. Without them the books would have the charge
 * and never its refund.
 */
export class Migration20261122224100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`with recursive asked as (
        select r.id from payment_refund r join payment_intent i on i.id = r.intent_id and i.origin = 'api' where r.idempotency_key like 'api:%'
        union select follower.id from asked join payment_refund follower on follower.idempotency_key = 'after:' || asked.id
      )
      update payment_refund set charge_parts = '{"transfer_reversed_vnd": null, "fee_refunded_vnd": null}' where charge_parts is null and id in (select id from asked);`)
  }

  override async down(): Promise<void> {
    // The column goes with the migration before.
  }
}
