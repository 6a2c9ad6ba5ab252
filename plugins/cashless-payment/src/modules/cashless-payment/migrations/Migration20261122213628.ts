import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122213628 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_intent_succeeded_at" ON "payment_intent" ("succeeded_at") WHERE origin = 'api' AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_refund" add column if not exists "charge_parts" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payment_intent_succeeded_at";`);

    this.addSql(`alter table if exists "payment_refund" drop column if exists "charge_parts";`);
  }

}
