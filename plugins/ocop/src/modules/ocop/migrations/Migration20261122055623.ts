import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122055623 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "ocop_official_list" ("id" text not null, "file_sha256" text not null, "file_name" text not null, "actor_type" text check ("actor_type" in ('official', 'user')) not null, "actor_id" text not null, "actor_name" text not null, "province_code" text null, "decisions" jsonb not null, "counts" jsonb not null, "changes" jsonb not null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_official_list_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_official_list_deleted_at" ON "ocop_official_list" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_official_list_province_code" ON "ocop_official_list" ("province_code") WHERE deleted_at IS NULL;`);
    // Append-only: what was written into the register, and by whom, is kept for ever.
    this.addSql(`create or replace function ocop_official_list_keep() returns trigger language plpgsql as $$ begin raise exception 'ocop_official_list is append-only'; end $$;`);
    this.addSql(`create or replace trigger ocop_official_list_append_only before update or delete on "ocop_official_list" for each row execute function ocop_official_list_keep();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ocop_official_list" cascade;`);
    this.addSql(`drop function if exists ocop_official_list_keep();`);
  }

}
