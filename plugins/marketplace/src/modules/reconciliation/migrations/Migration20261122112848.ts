import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122112848 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "reconciliation_difference" drop constraint if exists "reconciliation_difference_day_kind_subject_unique";`);
    this.addSql(`alter table if exists "reconciliation_day" drop constraint if exists "reconciliation_day_day_rail_unique";`);
    this.addSql(`create table if not exists "reconciliation_day" ("id" text not null, "day" text not null, "rail" text not null, "payments" integer not null, "gateway_vnd" numeric not null, "orders_vnd" numeric not null, "books_vnd" numeric not null, "ran_at" timestamptz not null, "raw_gateway_vnd" jsonb not null, "raw_orders_vnd" jsonb not null, "raw_books_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_day_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_day_deleted_at" ON "reconciliation_day" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_reconciliation_day_day_rail_unique" ON "reconciliation_day" ("day", "rail") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "reconciliation_difference" ("id" text not null, "day" text not null, "kind" text check ("kind" in ('gateway_and_orders', 'money_without_order', 'order_without_money', 'not_in_books', 'books_and_orders', 'unmatched_money')) not null, "subject" text not null, "rail" text not null, "order_id" text null, "gateway_vnd" numeric not null, "orders_vnd" numeric not null, "books_vnd" numeric not null, "state" text check ("state" in ('open', 'gone', 'resolved')) not null default 'open', "resolved_by" text null, "resolution" text null, "raw_gateway_vnd" jsonb not null, "raw_orders_vnd" jsonb not null, "raw_books_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reconciliation_difference_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_difference_deleted_at" ON "reconciliation_difference" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_reconciliation_difference_day_kind_subject_unique" ON "reconciliation_difference" ("day", "kind", "subject") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_reconciliation_difference_state_day" ON "reconciliation_difference" ("state", "day") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "reconciliation_day" cascade;`);

    this.addSql(`drop table if exists "reconciliation_difference" cascade;`);
  }

}
