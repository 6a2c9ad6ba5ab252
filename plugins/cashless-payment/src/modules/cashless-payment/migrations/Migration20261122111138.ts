import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122111138 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_account" drop constraint if exists "payment_account_reference_unique";`);
    this.addSql(`alter table if exists "idempotency_key" drop constraint if exists "idempotency_key_key_method_path_unique";`);
    this.addSql(`create table if not exists "idempotency_key" ("id" text not null, "key" text not null, "method" text not null, "path" text not null, "request_hash" text not null, "status" integer not null, "body" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "idempotency_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_idempotency_key_deleted_at" ON "idempotency_key" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_idempotency_key_key_method_path_unique" ON "idempotency_key" ("key", "method", "path") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_idempotency_key_created_at" ON "idempotency_key" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_account" ("id" text not null, "reference" text null, "name" text null, "email" text null, "bin" text null, "bank_name" text null, "account_number" text null, "account_name" text null, "metadata" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_account_deleted_at" ON "payment_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_account_reference_unique" ON "payment_account" ("reference") WHERE reference IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_customer" ("id" text not null, "email" text null, "name" text null, "phone" text null, "description" text null, "address" jsonb null, "shipping" jsonb null, "metadata" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_customer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_customer_deleted_at" ON "payment_customer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_customer_email" ON "payment_customer" ("email") WHERE email IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_intent" drop constraint if exists "payment_intent_status_check";`);

    this.addSql(`alter table if exists "payment_intent" add column if not exists "origin" text check ("origin" in ('process', 'api')) not null default 'process', add column if not exists "client_secret" text null, add column if not exists "customer_id" text null, add column if not exists "terms" jsonb null, add column if not exists "redirect_url" text null;`);
    this.addSql(`alter table if exists "payment_intent" add constraint "payment_intent_status_check" check("status" in ('requires_payment_method', 'requires_confirmation', 'requires_action', 'processing', 'succeeded', 'canceled'));`);
    // The expiry job's index names the open states, of which there is one more now.
    this.addSql(`drop index if exists "IDX_payment_intent_expires_at";`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_intent_expires_at" ON "payment_intent" ("expires_at") WHERE status IN ('requires_payment_method', 'requires_confirmation', 'requires_action') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_intent_customer_id_id" ON "payment_intent" ("customer_id", "id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "idempotency_key" cascade;`);

    this.addSql(`drop table if exists "payment_account" cascade;`);

    this.addSql(`drop table if exists "payment_customer" cascade;`);

    this.addSql(`alter table if exists "payment_intent" drop constraint if exists "payment_intent_status_check";`);

    this.addSql(`drop index if exists "IDX_payment_intent_customer_id_id";`);
    this.addSql(`alter table if exists "payment_intent" drop column if exists "origin", drop column if exists "client_secret", drop column if exists "customer_id", drop column if exists "terms", drop column if exists "redirect_url";`);

    this.addSql(`alter table if exists "payment_intent" add constraint "payment_intent_status_check" check("status" in ('requires_payment_method', 'requires_action', 'processing', 'succeeded', 'canceled'));`);
  }

}
