import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123043000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_transaction" add column if not exists "lies_with" text check ("lies_with" in ('house', 'payee')) null;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_lies_with_house" ON "bank_transaction" ("updated_at") WHERE lies_with = 'house' AND deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_transaction_lies_with_house";`)
    this.addSql(`alter table if exists "bank_transaction" drop column if exists "lies_with";`)
  }
}
