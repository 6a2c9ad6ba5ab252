import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123015307 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "reconciliation_day" add column if not exists "given_back_vnd" numeric not null default 0, add column if not exists "raw_given_back_vnd" jsonb not null default '{"value":"0","precision":20}';`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "reconciliation_day" drop column if exists "given_back_vnd", drop column if exists "raw_given_back_vnd";`);
  }

}
