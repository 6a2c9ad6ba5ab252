import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122172741 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" drop constraint if exists "ledger_journal_kind_check";`);

    this.addSql(`alter table if exists "ledger_journal" add constraint "ledger_journal_kind_check" check("kind" in ('sale', 'direct_sale', 'refund', 'direct_refund', 'refund_executed', 'unmatched_receipt', 'gateway_settlement', 'payout', 'payout_paid', 'payout_failed', 'payout_reversed', 'api_fee', 'bank_fee', 'adjustment'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_journal" drop constraint if exists "ledger_journal_kind_check";`);

    this.addSql(`alter table if exists "ledger_journal" add constraint "ledger_journal_kind_check" check("kind" in ('sale', 'direct_sale', 'refund', 'direct_refund', 'refund_executed', 'unmatched_receipt', 'gateway_settlement', 'payout', 'payout_paid', 'payout_failed', 'adjustment'));`);
  }

}
