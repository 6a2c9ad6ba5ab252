import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122072503 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "right_of_use_event" ("id" text not null, "right_of_use_id" text not null, "action" text check ("action" in ('recorded', 'overridden', 'revoked', 'undone')) not null, "actor_type" text check ("actor_type" in ('official', 'user', 'seed')) not null, "actor_id" text not null, "actor_name" text not null, "reason" text null, "facts" jsonb not null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "right_of_use_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_right_of_use_event_deleted_at" ON "right_of_use_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_right_of_use_event_right_of_use_id" ON "right_of_use_event" ("right_of_use_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "gi" add column if not exists "kind" text check ("kind" in ('geographical_indication', 'collective_mark', 'certification_mark')) not null default 'geographical_indication', add column if not exists "owner" text null, add column if not exists "regulation" text null, add column if not exists "protected_until" text null, add column if not exists "story_vi" text null, add column if not exists "story_en" text null, add column if not exists "story_source" text null;`);

    this.addSql(`alter table if exists "right_of_use" add column if not exists "product_name" text null, add column if not exists "commune_code" text null, add column if not exists "province_code" text null, add column if not exists "old_commune_code" text null, add column if not exists "zone_finding" text null, add column if not exists "revocation_document_no" text null, add column if not exists "revocation_reason" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_right_of_use_province_code_commune_code" ON "right_of_use" ("province_code", "commune_code") WHERE deleted_at IS NULL;`);
    // Append-only: who decided what, when and why, is kept for ever.
    this.addSql(`create or replace function right_of_use_event_keep() returns trigger language plpgsql as $$ begin raise exception 'right_of_use_event is append-only'; end $$;`);
    this.addSql(`create or replace trigger right_of_use_event_append_only before update or delete on "right_of_use_event" for each row execute function right_of_use_event_keep();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "right_of_use_event" cascade;`);

    this.addSql(`alter table if exists "gi" drop column if exists "kind", drop column if exists "owner", drop column if exists "regulation", drop column if exists "protected_until", drop column if exists "story_vi", drop column if exists "story_en", drop column if exists "story_source";`);

    this.addSql(`drop index if exists "IDX_right_of_use_province_code_commune_code";`);
    this.addSql(`alter table if exists "right_of_use" drop column if exists "product_name", drop column if exists "commune_code", drop column if exists "province_code", drop column if exists "old_commune_code", drop column if exists "zone_finding", drop column if exists "revocation_document_no", drop column if exists "revocation_reason";`);
    this.addSql(`drop function if exists right_of_use_event_keep() cascade;`);
  }

}
