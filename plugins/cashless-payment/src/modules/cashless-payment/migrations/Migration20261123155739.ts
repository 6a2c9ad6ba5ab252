import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123155739 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_transaction" add column if not exists "on_house_account" boolean null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_on_house_account" ON "bank_transaction" ("updated_at") WHERE on_house_account AND (state <> 'matched' OR reason <> 'exact' OR surplus_vnd > 0 OR resolved_at IS NOT NULL) AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_house_account_undecided" ON "bank_transaction" ("id") WHERE on_house_account IS NULL AND provider <> 'vnpay' AND direction = 'in' AND (state <> 'matched' OR reason <> 'exact' OR surplus_vnd > 0 OR resolved_at IS NOT NULL) AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_transaction_on_house_account";`);
    this.addSql(`drop index if exists "IDX_bank_transaction_house_account_undecided";`);
    this.addSql(`alter table if exists "bank_transaction" drop column if exists "on_house_account";`);
  }

}
