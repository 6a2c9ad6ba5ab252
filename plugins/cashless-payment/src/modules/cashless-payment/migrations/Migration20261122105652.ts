import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122105652 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_transfer_key_unique";`);
    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_told_as_unique";`);
    this.addSql(`alter table if exists "payee_webhook" drop constraint if exists "payee_webhook_owner_reference_unique";`);
    this.addSql(`alter table if exists "payee_webhook" drop constraint if exists "payee_webhook_token_unique";`);
    this.addSql(`alter table if exists "hand_transfer" drop constraint if exists "hand_transfer_bank_transaction_id_unique";`);
    this.addSql(`alter table if exists "hand_transfer" drop constraint if exists "hand_transfer_refund_id_unique";`);
    this.addSql(`create table if not exists "hand_transfer" ("id" text not null, "refund_id" text null, "bank_transaction_id" text null, "amount_vnd" numeric not null, "state" text check ("state" in ('waiting', 'done', 'canceled')) not null default 'waiting', "bank_bin" text null, "bank_name" text null, "account_number" text null, "account_name" text null, "bank_reference" text null, "finished_at" timestamptz null, "finished_by" text null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hand_transfer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hand_transfer_deleted_at" ON "hand_transfer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hand_transfer_refund_id_unique" ON "hand_transfer" ("refund_id") WHERE refund_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hand_transfer_bank_transaction_id_unique" ON "hand_transfer" ("bank_transaction_id") WHERE bank_transaction_id IS NOT NULL AND state <> 'canceled' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hand_transfer_state" ON "hand_transfer" ("state") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payee_webhook" ("id" text not null, "owner_reference" text not null, "provider" text check ("provider" in ('sepay', 'payos', 'casso')) not null, "bank_bin" text not null, "account_number" text not null, "token" text not null, "secret_sealed" text not null, "previous_sealed" text null, "previous_until" timestamptz null, "list_key_sealed" text null, "last_notice_at" timestamptz null, "last_refusal_at" timestamptz null, "last_refusal_reason" text null, "last_listed_at" timestamptz null, "list_problem" text null, "disconnected_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payee_webhook_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payee_webhook_deleted_at" ON "payee_webhook" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payee_webhook_token_unique" ON "payee_webhook" ("token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payee_webhook_owner_reference_unique" ON "payee_webhook" ("owner_reference") WHERE disconnected_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_audit_entry" ("id" text not null, "sequence" serial, "subject_id" text not null, "action" text not null, "actor_id" text not null, "actor_name" text null, "note" text null, "data" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_audit_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_audit_entry_deleted_at" ON "payment_audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_audit_entry_subject_id" ON "payment_audit_entry" ("subject_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sandbox_transfer" ("id" text not null, "notice_number" numeric not null, "account_number" text not null, "payer_account_number" text not null, "payer_name" text not null, "amount_vnd" numeric not null, "memo" text not null, "reference_code" text not null, "booked_at" timestamptz not null, "listed_by" text[] not null, "raw_notice_number" jsonb not null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_transfer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_transfer_deleted_at" ON "sandbox_transfer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_transfer_booked_at" ON "sandbox_transfer" ("booked_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_inbox" drop constraint if exists "payment_inbox_provider_check";`);

    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_provider_check";`);

    this.addSql(`alter table if exists "payment_inbox" add constraint "payment_inbox_provider_check" check("provider" in ('vnpay', 'sepay', 'payos', 'casso', 'manual'));`);

    this.addSql(`drop index if exists "IDX_bank_transaction_provider_provider_transaction_id_unique";`);
    this.addSql(`drop index if exists "IDX_bank_transaction_same_transfer_unique";`);

    this.addSql(`alter table if exists "bank_transaction" add column if not exists "channel" text not null default 'house', add column if not exists "heard_by" text check ("heard_by" in ('notice', 'list', 'hand')) not null default 'notice', add column if not exists "transfer_key" text null, add column if not exists "counter_bank_bin" text null, add column if not exists "counter_bank_name" text null, add column if not exists "counter_account_number" text null, add column if not exists "counter_account_name" text null, add column if not exists "confirmed_by_id" text null;`);
    this.addSql(`alter table if exists "bank_transaction" add constraint "bank_transaction_provider_check" check("provider" in ('vnpay', 'sepay', 'payos', 'casso', 'manual'));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_told_as_unique" ON "bank_transaction" ("provider", "channel", "provider_transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_transfer_key_unique" ON "bank_transaction" ("transfer_key") WHERE transfer_key IS NOT NULL AND deleted_at IS NULL;`);

    // What is on the books already takes part in telling a transfer told twice from two transfers.
    this.addSql(`
      update bank_transaction set transfer_key = keyed.transfer_key from (
        select distinct on (transfer_key) id, transfer_key from (
          select id, upper(regexp_replace(account_number, '[^A-Za-z0-9]', '', 'g')) || '|' || upper(regexp_replace(reference_code, '[^A-Za-z0-9]', '', 'g'))
            || '|' || trim_scale(amount_vnd) || '|' || direction as transfer_key
          from bank_transaction where regexp_replace(reference_code, '[^A-Za-z0-9]', '', 'g') <> '' and deleted_at is null
        ) as keys order by transfer_key, id
      ) as keyed where keyed.id = bank_transaction.id;`);
    // A book of what was done by hand is worth something only if nobody can turn its pages back.
    this.addSql(`
      create or replace function payment_audit_entry_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'payment_audit_entry is append-only'; end $$;`);
    this.addSql(`create or replace trigger payment_audit_entry_append_only before update or delete on payment_audit_entry
      for each statement execute function payment_audit_entry_is_append_only();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "hand_transfer" cascade;`);

    this.addSql(`drop table if exists "payee_webhook" cascade;`);

    this.addSql(`drop table if exists "payment_audit_entry" cascade;`);
    this.addSql(`drop function if exists payment_audit_entry_is_append_only;`);

    this.addSql(`drop table if exists "sandbox_transfer" cascade;`);

    this.addSql(`alter table if exists "payment_inbox" drop constraint if exists "payment_inbox_provider_check";`);

    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_provider_check";`);

    this.addSql(`alter table if exists "payment_inbox" add constraint "payment_inbox_provider_check" check("provider" in ('vnpay', 'sepay'));`);

    this.addSql(`drop index if exists "IDX_bank_transaction_told_as_unique";`);
    this.addSql(`drop index if exists "IDX_bank_transaction_transfer_key_unique";`);
    this.addSql(`alter table if exists "bank_transaction" drop column if exists "channel", drop column if exists "heard_by", drop column if exists "transfer_key", drop column if exists "counter_bank_bin", drop column if exists "counter_bank_name", drop column if exists "counter_account_number", drop column if exists "counter_account_name", drop column if exists "confirmed_by_id";`);

    this.addSql(`alter table if exists "bank_transaction" add constraint "bank_transaction_provider_check" check("provider" in ('vnpay', 'sepay'));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_provider_provider_transaction_id_unique" ON "bank_transaction" ("provider", "provider_transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_same_transfer_unique" ON "bank_transaction" ("provider", "account_number", "reference_code", "amount_vnd", "direction") WHERE reference_code IS NOT NULL AND deleted_at IS NULL;`);
  }

}
