import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122212554 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" drop constraint if exists "ledger_journal_kind_check";`);

    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_account_check";`);
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_component_check";`);

    this.addSql(`alter table if exists "ledger_journal" add column if not exists "intent_id" text null;`);
    this.addSql(`alter table if exists "ledger_journal" add constraint "ledger_journal_kind_check" check("kind" in ('sale', 'direct_sale', 'refund', 'direct_refund', 'refund_executed', 'unmatched_receipt', 'gateway_settlement', 'payout', 'payout_paid', 'payout_failed', 'payout_reversed', 'api_fee', 'bank_fee', 'adjustment', 'destination_charge', 'platform_charge', 'charge_refund', 'charge_refund_failed'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_journal_intent_id" ON "ledger_journal" ("intent_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_account_check" check("account" in ('psp_clearing:vnpay', 'psp_clearing:bank', 'bank', 'seller_payable', 'seller_receivable', 'commission_revenue', 'tax_withheld:vat', 'tax_withheld:pit', 'psp_fee', 'buyer_refundable', 'unmatched_receipts', 'payout_in_transit', 'buyer_receivable', 'house_loss', 'refund_expense', 'other_collections'));`);
    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_component_check" check("component" in ('goods', 'shipping', 'commission', 'vat', 'pit', 'receipt', 'fee', 'refund', 'payout', 'netting', 'adjustment', 'transfer'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" drop constraint if exists "ledger_journal_kind_check";`);

    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_account_check";`);
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_component_check";`);

    this.addSql(`drop index if exists "IDX_ledger_journal_intent_id";`);
    this.addSql(`alter table if exists "ledger_journal" drop column if exists "intent_id";`);

    this.addSql(`alter table if exists "ledger_journal" add constraint "ledger_journal_kind_check" check("kind" in ('sale', 'direct_sale', 'refund', 'direct_refund', 'refund_executed', 'unmatched_receipt', 'gateway_settlement', 'payout', 'payout_paid', 'payout_failed', 'payout_reversed', 'api_fee', 'bank_fee', 'adjustment'));`);

    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_account_check" check("account" in ('psp_clearing:vnpay', 'psp_clearing:bank', 'bank', 'seller_payable', 'seller_receivable', 'commission_revenue', 'tax_withheld:vat', 'tax_withheld:pit', 'psp_fee', 'buyer_refundable', 'unmatched_receipts', 'payout_in_transit', 'buyer_receivable', 'house_loss'));`);
    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_component_check" check("component" in ('goods', 'shipping', 'commission', 'vat', 'pit', 'receipt', 'fee', 'refund', 'payout', 'netting', 'adjustment'));`);
  }

}
