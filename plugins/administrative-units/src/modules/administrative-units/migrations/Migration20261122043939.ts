import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122043939 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "administrative_unit" drop constraint if exists "administrative_unit_code_unique";`);
    this.addSql(`alter table if exists "administrative_unit" drop constraint if exists "administrative_unit_code_valid_from_unique";`);
    this.addSql(`create table if not exists "administrative_succession" ("id" text not null, "old_commune_code" text null, "old_commune" text not null, "old_district_code" text not null, "old_district" text not null, "old_province_code" text not null, "old_province" text not null, "new_commune_code" text not null, "change" text check ("change" in ('merged', 'province_changed', 'ambiguous', 'unchanged', 'split_population', 'renamed')) not null, "note" text null, "effective_on" text not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "source" text not null, "search_text" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "administrative_succession_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_administrative_succession_deleted_at" ON "administrative_succession" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_administrative_succession_old_commune_code" ON "administrative_succession" ("old_commune_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_administrative_succession_new_commune_code" ON "administrative_succession" ("new_commune_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "administrative_unit" ("id" text not null, "code" text not null, "parent_code" text null, "kind" text check ("kind" in ('city', 'province', 'ward', 'commune', 'special_zone')) not null, "name" text not null, "full_name" text not null, "name_en" text not null, "latitude" real null, "longitude" real null, "valid_from" text not null, "valid_to" text null, "legal_basis" text not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "source" text not null, "search_text" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "administrative_unit_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_administrative_unit_deleted_at" ON "administrative_unit" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_administrative_unit_code_valid_from_unique" ON "administrative_unit" ("code", "valid_from") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_administrative_unit_code_unique" ON "administrative_unit" ("code") WHERE valid_to IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_administrative_unit_parent_code" ON "administrative_unit" ("parent_code") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "administrative_succession" cascade;`);

    this.addSql(`drop table if exists "administrative_unit" cascade;`);
  }

}
