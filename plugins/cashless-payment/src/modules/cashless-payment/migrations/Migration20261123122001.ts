import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123122001 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_telling" drop constraint if exists "bank_telling_provider_channel_provider_transaction_id_unique";`);
    this.addSql(`create table if not exists "bank_telling" ("id" text not null, "bank_transaction_id" text not null, "provider" text check ("provider" in ('sepay', 'payos', 'casso')) not null, "channel" text not null, "provider_transaction_id" text not null, "booked_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "bank_telling_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_telling_deleted_at" ON "bank_telling" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_telling_provider_channel_provider_transaction_id_unique" ON "bank_telling" ("provider", "channel", "provider_transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_telling_bank_transaction_id" ON "bank_telling" ("bank_transaction_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "bank_transaction" add column if not exists "may_repeat_id" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bank_telling" cascade;`);

    this.addSql(`alter table if exists "bank_transaction" drop column if exists "may_repeat_id";`);
  }

}
