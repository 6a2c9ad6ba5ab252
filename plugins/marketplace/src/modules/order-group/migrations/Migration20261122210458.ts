import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122210458 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_group" add column if not exists "buyer_name" text null, add column if not exists "buyer_phone" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_group_buyer_phone" ON "order_group" ("buyer_phone") WHERE buyer_phone is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_order_group_buyer_phone";`);
    this.addSql(`alter table if exists "order_group" drop column if exists "buyer_name", drop column if exists "buyer_phone";`);
  }

}
