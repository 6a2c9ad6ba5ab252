import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122105953 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payout_statement_line" drop constraint if exists "payout_statement_line_fingerprint_unique";`);
    this.addSql(`alter table if exists "payout_line" drop constraint if exists "payout_line_reference_unique";`);
    this.addSql(`create table if not exists "payout_account" ("id" text not null, "seller_id" text not null, "bank_bin" text not null, "bank_name" text not null, "account_number" text not null, "account_name" text not null, "note" text not null, "verified_by" text not null, "usable_from" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_account_deleted_at" ON "payout_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_account_seller_id_created_at" ON "payout_account" ("seller_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout_act" ("id" text not null, "batch_id" text not null, "act" text check ("act" in ('created', 'approved', 'canceled', 'sent', 'line_paid', 'line_failed', 'line_dropped')) not null, "line_id" text null, "by" text not null, "note" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_act_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_act_deleted_at" ON "payout_act" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_act_batch_id_created_at" ON "payout_act" ("batch_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout_batch" ("id" text not null, "state" text check ("state" in ('draft', 'approved', 'sent', 'settled', 'canceled')) not null default 'draft', "sold_until" text not null, "reason" text not null, "created_by" text not null, "approved_by" text null, "sent_by" text null, "sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_batch_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_batch_deleted_at" ON "payout_batch" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout_line" ("id" text not null, "batch_id" text not null, "seller_id" text not null, "reference" text not null, "amount_vnd" numeric not null, "netted_vnd" numeric not null, "bank_bin" text not null, "bank_name" text not null, "account_number" text not null, "account_name" text not null, "state" text check ("state" in ('planned', 'in_transit', 'paid', 'failed', 'canceled')) not null default 'planned', "failure" text null, "bank_reference" text null, "settled_at" timestamptz null, "raw_amount_vnd" jsonb not null, "raw_netted_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_line_batch_id" ON "payout_line" ("batch_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_line_reference_unique" ON "payout_line" ("reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_line_deleted_at" ON "payout_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_line_one_open" ON "payout_line" ("seller_id") WHERE state IN ('planned', 'in_transit') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_line_state_settled_at" ON "payout_line" ("state", "settled_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout_statement_line" ("id" text not null, "fingerprint" text not null, "booked_on" text not null, "amount_vnd" numeric not null, "memo" text not null, "bank_reference" text not null, "outcome" text check ("outcome" in ('matched', 'amount_differs', 'not_sent', 'paid_twice', 'unknown_code', 'no_code')) not null, "payout_line_id" text null, "imported_by" text not null, "resolved_by" text null, "resolution" text null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_statement_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_statement_line_fingerprint_unique" ON "payout_statement_line" ("fingerprint") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_statement_line_deleted_at" ON "payout_statement_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_statement_line_outcome_created_at" ON "payout_statement_line" ("outcome", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payout_line" add constraint "payout_line_batch_id_foreign" foreign key ("batch_id") references "payout_batch" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payout_line" drop constraint if exists "payout_line_batch_id_foreign";`);

    this.addSql(`drop table if exists "payout_account" cascade;`);

    this.addSql(`drop table if exists "payout_act" cascade;`);

    this.addSql(`drop table if exists "payout_batch" cascade;`);

    this.addSql(`drop table if exists "payout_line" cascade;`);

    this.addSql(`drop table if exists "payout_statement_line" cascade;`);
  }

}
