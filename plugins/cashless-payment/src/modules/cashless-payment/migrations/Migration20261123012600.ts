import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Refunds over VietQR of a payment with `transfer_data[amount]` from before they counted as a transfer reversed: their
 * account gave back more than its transfer and still owes what was over it. Shared out in the order they were made, so that
 * the parts of a whole are the whole; touched, so that they come into the books.
 */
export class Migration20261123012600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`with made as (
        select r.id, r.amount_vnd, i.amount_vnd as whole, (i.terms ->> 'transfer_amount_vnd')::numeric as transfer,
          sum(r.amount_vnd) over (partition by r.intent_id order by r.created_at, r.id) as up_to
        from payment_refund r join payment_intent i on i.id = r.intent_id
        where i.origin = 'api' and i.rail = 'vietqr' and i.terms ->> 'transfer_destination' is not null and i.terms ->> 'transfer_amount_vnd' is not null
          and r.charge_parts is not null and r.status not in ('failed', 'canceled') and r.deleted_at is null
      )
      update payment_refund r set updated_at = now(),
        charge_parts = jsonb_set(r.charge_parts, '{transfer_reversed_vnd}', to_jsonb(round(up_to * transfer / whole) - round((up_to - made.amount_vnd) * transfer / whole)))
      from made where made.id = r.id and up_to <= whole and r.charge_parts ->> 'transfer_reversed_vnd' is null;`)
  }

  override async down(): Promise<void> {
    // The column goes with an earlier migration.
  }
}
