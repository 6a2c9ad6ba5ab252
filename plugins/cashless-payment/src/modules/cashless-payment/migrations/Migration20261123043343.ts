import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123043343 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "bank_list_reading" drop constraint if exists "bank_list_reading_provider_unique";`);
    this.addSql(`create table if not exists "bank_list_reading" ("id" text not null, "provider" text check ("provider" in ('sepay', 'payos', 'casso')) not null, "read_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "bank_list_reading_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_bank_list_reading_deleted_at" ON "bank_list_reading" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_list_reading_provider_unique" ON "bank_list_reading" ("provider") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "bank_list_reading" cascade;`);
  }

}
