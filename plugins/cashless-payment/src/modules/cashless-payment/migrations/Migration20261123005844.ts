import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123005844 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_beyond_payments" ON "bank_transaction" ("updated_at") WHERE (state <> 'matched' OR reason <> 'exact' OR surplus_vnd > 0 OR resolved_at IS NOT NULL) AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_transaction_beyond_payments";`);
  }

}
