import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Rows of aggregators' lists that can't be read have a place of their own, and the operator's lists say why they can't be read. */
export class Migration20261123121833 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "unread_bank_row" drop constraint if exists "unread_bank_row_provider_channel_row_key_unique";`)
    this.addSql(`create table if not exists "unread_bank_row" ("id" text not null, "provider" text check ("provider" in ('sepay', 'payos', 'casso')) not null, "channel" text not null, "row_key" text not null, "raw" text not null, "fields" text[] not null, "resolved_at" timestamptz null, "resolved_by" text null, "resolution_note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "unread_bank_row_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_unread_bank_row_deleted_at" ON "unread_bank_row" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_unread_bank_row_provider_channel_row_key_unique" ON "unread_bank_row" ("provider", "channel", "row_key") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_unread_bank_row_created_at" ON "unread_bank_row" ("created_at") WHERE resolved_at IS NULL AND deleted_at IS NULL;`)
    this.addSql(`alter table if exists "bank_list_reading" add column if not exists "problem" text null;`)
    this.addSql(`alter table if exists "bank_list_reading" alter column "read_at" drop not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "unread_bank_row" cascade;`)
    this.addSql(`delete from "bank_list_reading" where "read_at" is null;`)
    this.addSql(`alter table if exists "bank_list_reading" alter column "read_at" set not null;`)
    this.addSql(`alter table if exists "bank_list_reading" drop column if exists "problem";`)
  }
}
