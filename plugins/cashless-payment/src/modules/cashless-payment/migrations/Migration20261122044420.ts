import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122044420 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_refund" drop constraint if exists "payment_refund_idempotency_key_unique";`);
    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_same_transfer_unique";`);
    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_provider_provider_transaction_id_unique";`);
    this.addSql(`alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_tmn_code_txn_ref_unique";`);
    this.addSql(`alter table if exists "payment_intent" drop constraint if exists "payment_intent_memo_code_unique";`);
    this.addSql(`alter table if exists "payment_intent" drop constraint if exists "payment_intent_idempotency_key_unique";`);
    this.addSql(`alter table if exists "payment_inbox" drop constraint if exists "payment_inbox_provider_dedupe_key_unique";`);
    this.addSql(`create table if not exists "payment_inbox" ("id" text not null, "provider" text check ("provider" in ('vnpay', 'sepay')) not null, "dedupe_key" text not null, "raw" text not null, "deliveries" integer not null, "outcome" text null, "intent_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_inbox_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_inbox_deleted_at" ON "payment_inbox" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_inbox_provider_dedupe_key_unique" ON "payment_inbox" ("provider", "dedupe_key") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_intent" ("id" text not null, "rail" text check ("rail" in ('vietqr', 'vnpay')) not null, "status" text check ("status" in ('requires_payment_method', 'requires_action', 'processing', 'succeeded', 'canceled')) not null, "amount_vnd" numeric not null, "amount_received_vnd" numeric not null, "description" text not null, "metadata" jsonb not null, "idempotency_key" text not null, "expires_at" timestamptz not null, "memo_code" text null, "payee_bin" text null, "payee_bank_name" text null, "payee_account_number" text null, "payee_account_name" text null, "last_error_code" text null, "cancellation_reason" text null, "canceled_at" timestamptz null, "succeeded_at" timestamptz null, "raw_amount_vnd" jsonb not null, "raw_amount_received_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_intent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_intent_deleted_at" ON "payment_intent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_intent_idempotency_key_unique" ON "payment_intent" ("idempotency_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_intent_memo_code_unique" ON "payment_intent" ("memo_code") WHERE memo_code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_intent_expires_at" ON "payment_intent" ("expires_at") WHERE status IN ('requires_payment_method', 'requires_action') AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_attempt" ("id" text not null, "intent_id" text not null, "tmn_code" text not null, "txn_ref" text not null, "amount_vnd" numeric not null, "status" text check ("status" in ('open', 'pending', 'suspected', 'succeeded', 'failed')) not null, "vnpay_create_date" text not null, "expires_at" timestamptz not null, "transaction_no" text null, "bank_code" text null, "response_code" text null, "transaction_status" text null, "finished_at" timestamptz null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_attempt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_intent_id" ON "payment_attempt" ("intent_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_deleted_at" ON "payment_attempt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_tmn_code_txn_ref_unique" ON "payment_attempt" ("tmn_code", "txn_ref") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "bank_transaction" ("id" text not null, "provider" text check ("provider" in ('vnpay', 'sepay')) not null, "provider_transaction_id" text not null, "bank_name" text not null, "account_number" text not null, "direction" text check ("direction" in ('in', 'out')) not null, "amount_vnd" numeric not null, "surplus_vnd" numeric not null, "memo" text not null, "reference_code" text null, "booked_at" timestamptz not null, "intent_id" text null, "state" text check ("state" in ('matched', 'unmatched', 'ignored', 'resolved')) not null, "reason" text not null, "resolved_at" timestamptz null, "resolved_by" text null, "resolution_note" text null, "raw_amount_vnd" jsonb not null, "raw_surplus_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "bank_transaction_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_intent_id" ON "bank_transaction" ("intent_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_deleted_at" ON "bank_transaction" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_provider_provider_transaction_id_unique" ON "bank_transaction" ("provider", "provider_transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_transaction_same_transfer_unique" ON "bank_transaction" ("provider", "account_number", "reference_code", "amount_vnd", "direction") WHERE reference_code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_transaction_state_booked_at" ON "bank_transaction" ("state", "booked_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_outbox_event" ("id" text not null, "sequence" serial, "type" text not null, "intent_id" text not null, "data" jsonb not null, "emissions" integer not null, "next_emission_at" timestamptz not null, "acknowledged_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_outbox_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_deleted_at" ON "payment_outbox_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_next_emission_at" ON "payment_outbox_event" ("next_emission_at") WHERE acknowledged_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_intent_id" ON "payment_outbox_event" ("intent_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_refund" ("id" text not null, "intent_id" text not null, "amount_vnd" numeric not null, "status" text check ("status" in ('requires_action', 'succeeded', 'failed', 'canceled')) not null, "reason" text not null, "idempotency_key" text not null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_refund_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_intent_id" ON "payment_refund" ("intent_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_deleted_at" ON "payment_refund" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_refund_idempotency_key_unique" ON "payment_refund" ("idempotency_key") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_attempt" add constraint "payment_attempt_intent_id_foreign" foreign key ("intent_id") references "payment_intent" ("id") on update cascade;`);

    this.addSql(`alter table if exists "bank_transaction" add constraint "bank_transaction_intent_id_foreign" foreign key ("intent_id") references "payment_intent" ("id") on update cascade on delete set null;`);

    this.addSql(`alter table if exists "payment_refund" add constraint "payment_refund_intent_id_foreign" foreign key ("intent_id") references "payment_intent" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payment_attempt" drop constraint if exists "payment_attempt_intent_id_foreign";`);

    this.addSql(`alter table if exists "bank_transaction" drop constraint if exists "bank_transaction_intent_id_foreign";`);

    this.addSql(`alter table if exists "payment_refund" drop constraint if exists "payment_refund_intent_id_foreign";`);

    this.addSql(`drop table if exists "payment_inbox" cascade;`);

    this.addSql(`drop table if exists "payment_intent" cascade;`);

    this.addSql(`drop table if exists "payment_attempt" cascade;`);

    this.addSql(`drop table if exists "bank_transaction" cascade;`);

    this.addSql(`drop table if exists "payment_outbox_event" cascade;`);

    this.addSql(`drop table if exists "payment_refund" cascade;`);
  }

}
