import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123003650 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payment_outbox_event_next_emission_at";`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_unacknowledged" ON "payment_outbox_event" ("sequence") WHERE acknowledged_at IS NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payment_outbox_event_unacknowledged";`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_next_emission_at" ON "payment_outbox_event" ("next_emission_at") WHERE acknowledged_at IS NULL AND deleted_at IS NULL;`);
  }

}
