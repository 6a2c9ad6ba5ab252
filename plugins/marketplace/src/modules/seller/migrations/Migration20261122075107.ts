import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122075107 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "listing" add column if not exists "first_published_at" timestamptz null;`);
    // The earliest approval still known of what was approved before: at that moment it was on the fair.
    this.addSql(`update "listing" set "first_published_at" = "decided_at" where "decided_at" is not null and "rejection_reason" is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "listing" drop column if exists "first_published_at";`);
  }

}
