import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122103931 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller_activity" drop constraint if exists "seller_activity_seller_id_valid_from_unique";`);
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_journal_id_line_unique";`);
    this.addSql(`alter table if exists "ledger_journal" drop constraint if exists "ledger_journal_key_unique";`);
    this.addSql(`create table if not exists "commission_rule" ("id" text not null, "name" text not null, "seller_ids" jsonb not null, "product_sets" jsonb not null, "seller_kinds" jsonb not null, "province_codes" jsonb not null, "rate_bps" integer not null, "fixed_vnd" numeric not null, "valid_from" text not null, "valid_to" text null, "reason" text not null, "created_by" text not null, "ended_by" text null, "raw_fixed_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commission_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_rule_deleted_at" ON "commission_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_rule_valid_from" ON "commission_rule" ("valid_from") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ledger_journal" ("id" text not null, "key" text not null, "kind" text check ("kind" in ('sale', 'direct_sale', 'refund', 'direct_refund', 'refund_executed', 'unmatched_receipt', 'gateway_settlement', 'payout', 'payout_paid', 'payout_failed', 'adjustment')) not null, "occurred_at" timestamptz not null, "day" text not null, "seller_id" text null, "order_id" text null, "seller_payment_id" text null, "facts" jsonb not null, "reason" text null, "posted_by" text null, "entry_count" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_journal_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_journal_key_unique" ON "ledger_journal" ("key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_journal_deleted_at" ON "ledger_journal" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_journal_day_kind" ON "ledger_journal" ("day", "kind") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_journal_seller_id_occurred_at" ON "ledger_journal" ("seller_id", "occurred_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_journal_order_id" ON "ledger_journal" ("order_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ledger_entry" ("id" text not null, "journal_id" text not null, "line" integer not null, "account" text check ("account" in ('psp_clearing:vnpay', 'psp_clearing:bank', 'bank', 'seller_payable', 'seller_receivable', 'commission_revenue', 'tax_withheld:vat', 'tax_withheld:pit', 'psp_fee', 'buyer_refundable', 'unmatched_receipts', 'payout_in_transit')) not null, "seller_id" text null, "component" text check ("component" in ('goods', 'shipping', 'commission', 'vat', 'pit', 'receipt', 'fee', 'refund', 'payout', 'netting', 'adjustment')) not null, "amount_vnd" numeric not null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_journal_id" ON "ledger_entry" ("journal_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_deleted_at" ON "ledger_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_entry_journal_id_line_unique" ON "ledger_entry" ("journal_id", "line") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_account_seller_id" ON "ledger_entry" ("account", "seller_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "seller_activity" ("id" text not null, "seller_id" text not null, "activity" text check ("activity" in ('goods', 'services', 'production_transport', 'other', 'own_unprocessed_produce')) not null, "valid_from" text not null, "note" text not null, "set_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_activity_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_activity_deleted_at" ON "seller_activity" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_activity_seller_id_valid_from_unique" ON "seller_activity" ("seller_id", "valid_from") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "tax_rule" ("id" text not null, "seller_kinds" jsonb not null, "rails" jsonb not null, "activity" text check ("activity" in ('goods', 'services', 'production_transport', 'other', 'own_unprocessed_produce')) not null, "vat_bps" integer not null, "pit_bps" integer not null, "mode" text check ("mode" in ('WITHHOLD', 'REPORT_ONLY', 'OFF')) not null, "base" text check ("base" in ('goods', 'goods_and_shipping')) not null, "legal_basis" text not null, "certainty" text check ("certainty" in ('confirmed', 'uncertain')) not null, "note" text not null, "valid_from" text not null, "valid_to" text null, "created_by" text not null, "ended_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "tax_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_tax_rule_deleted_at" ON "tax_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_tax_rule_valid_from" ON "tax_rule" ("valid_from") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ledger_entry" add constraint "ledger_entry_journal_id_foreign" foreign key ("journal_id") references "ledger_journal" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ledger_entry" drop constraint if exists "ledger_entry_journal_id_foreign";`);

    this.addSql(`drop table if exists "commission_rule" cascade;`);

    this.addSql(`drop table if exists "ledger_journal" cascade;`);

    this.addSql(`drop table if exists "ledger_entry" cascade;`);

    this.addSql(`drop table if exists "seller_activity" cascade;`);

    this.addSql(`drop table if exists "tax_rule" cascade;`);
  }

}
