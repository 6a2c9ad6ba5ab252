import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The bank becomes a part of what makes two notices one transfer. What is on the books keeps standing for its transfer at
 * the bank that was told, else at that of the payment it counted for when it came to that account.
 */
export class Migration20261123042000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_transaction" add column if not exists "transfer_bin" text null;`)
    this.addSql(`update bank_transaction t set transfer_bin = coalesce(t.bank_bin, (select i.payee_bin from payment_intent i
        where i.id = t.intent_id and upper(regexp_replace(i.payee_account_number, '[^A-Za-z0-9]', '', 'g')) = split_part(t.transfer_key, '|', 1)))
      where t.transfer_key is not null;`)
    this.addSql(`drop index if exists "IDX_bank_transaction_transfer_key_unique";`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_transfer_at_bank_unique" ON "bank_transaction" ("transfer_key", "transfer_bin") WHERE transfer_key IS NOT NULL AND transfer_bin IS NOT NULL AND deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_transfer_unique" ON "bank_transaction" ("transfer_key") WHERE transfer_key IS NOT NULL AND transfer_bin IS NULL AND deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_transaction_transfer_at_bank_unique";`)
    this.addSql(`drop index if exists "IDX_bank_transaction_transfer_unique";`)
    this.addSql(`alter table if exists "bank_transaction" drop column if exists "transfer_bin";`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_transfer_key_unique" ON "bank_transaction" ("transfer_key") WHERE transfer_key IS NOT NULL AND deleted_at IS NULL;`)
  }
}
