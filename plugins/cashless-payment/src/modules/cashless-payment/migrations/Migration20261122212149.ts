import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122212149 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hand_transfer_taken_over_at" ON "hand_transfer" ("taken_over_at") WHERE taken_over_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "bank_transaction" add column if not exists "bank_bin" text null;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_open" ON "payment_refund" ("status") WHERE status IN ('requires_action', 'pending') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_settled_by_hand" ON "payment_refund" ("settled_at") WHERE method = 'by_hand' AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_hand_transfer_taken_over_at";`);

    this.addSql(`alter table if exists "bank_transaction" drop column if exists "bank_bin";`);

    this.addSql(`drop index if exists "IDX_payment_refund_open";`);
    this.addSql(`drop index if exists "IDX_payment_refund_settled_by_hand";`);
  }

}
