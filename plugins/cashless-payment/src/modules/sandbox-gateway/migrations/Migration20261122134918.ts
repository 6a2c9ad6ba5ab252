import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122134918 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "sandbox_payos_plan" drop constraint if exists "sandbox_payos_plan_account_number_unique";`);
    this.addSql(`alter table if exists "sandbox_payos_payout" drop constraint if exists "sandbox_payos_payout_idempotency_key_unique";`);
    this.addSql(`alter table if exists "sandbox_payos_payout" drop constraint if exists "sandbox_payos_payout_reference_id_unique";`);
    this.addSql(`create table if not exists "sandbox_payos_payout" ("id" text not null, "reference_id" text not null, "idempotency_key" text not null, "amount_vnd" integer not null, "description" text not null, "to_bin" text not null, "to_account_number" text not null, "plan" text not null, "asked" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_payos_payout_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sandbox_payos_payout_reference_id_unique" ON "sandbox_payos_payout" ("reference_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sandbox_payos_payout_idempotency_key_unique" ON "sandbox_payos_payout" ("idempotency_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_payos_payout_deleted_at" ON "sandbox_payos_payout" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sandbox_payos_plan" ("id" text not null, "account_number" text not null, "plan" text check ("plan" in ('pay', 'slow', 'reject', 'refuse', 'insufficient', 'hold', 'timeout', 'lost', 'busy')) not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_payos_plan_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sandbox_payos_plan_account_number_unique" ON "sandbox_payos_plan" ("account_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_payos_plan_deleted_at" ON "sandbox_payos_plan" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "sandbox_payos_payout" cascade;`);

    this.addSql(`drop table if exists "sandbox_payos_plan" cascade;`);
  }

}
