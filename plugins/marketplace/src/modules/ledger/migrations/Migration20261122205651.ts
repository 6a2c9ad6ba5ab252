import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122205651 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ledger_adjustment" drop constraint if exists "ledger_adjustment_reverses_unique";`);
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_account_check";`);

    this.addSql(`alter table if exists "ledger_adjustment" add column if not exists "reverses" text null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_adjustment_reverses_unique" ON "ledger_adjustment" ("reverses") WHERE reverses IS NOT NULL AND state <> 'refused' AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_account_check" check("account" in ('psp_clearing:vnpay', 'psp_clearing:bank', 'bank', 'seller_payable', 'seller_receivable', 'commission_revenue', 'tax_withheld:vat', 'tax_withheld:pit', 'psp_fee', 'buyer_refundable', 'unmatched_receipts', 'payout_in_transit', 'buyer_receivable', 'house_loss'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_account_check";`);

    this.addSql(`drop index if exists "IDX_ledger_adjustment_reverses_unique";`);
    this.addSql(`alter table if exists "ledger_adjustment" drop column if exists "reverses";`);

    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_account_check" check("account" in ('psp_clearing:vnpay', 'psp_clearing:bank', 'bank', 'seller_payable', 'seller_receivable', 'commission_revenue', 'tax_withheld:vat', 'tax_withheld:pit', 'psp_fee', 'buyer_refundable', 'unmatched_receipts', 'payout_in_transit'));`);
  }

}
