import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122210442 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_refund" add column if not exists "charge_parts" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payment_refund" drop column if exists "charge_parts";`);
  }

}
