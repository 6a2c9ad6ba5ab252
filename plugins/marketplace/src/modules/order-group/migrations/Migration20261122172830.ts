import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122172830 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller_payment" add column if not exists "reopening_for" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "seller_payment" drop column if exists "reopening_for";`);
  }

}
