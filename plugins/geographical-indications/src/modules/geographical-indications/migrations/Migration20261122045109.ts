import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122045109 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "right_of_use" drop constraint if exists "right_of_use_gi_id_document_no_unique";`);
    this.addSql(`alter table if exists "gi_zone_unit" drop constraint if exists "gi_zone_unit_gi_id_old_unit_unique";`);
    this.addSql(`alter table if exists "gi" drop constraint if exists "gi_handle_unique";`);
    this.addSql(`create table if not exists "gi" ("id" text not null, "handle" text not null, "name" text not null, "product" text not null, "certificate_no" text null, "registered_on" text null, "number_confirmed" boolean not null, "confirmed" boolean not null, "origin" text check ("origin" in ('vietnam', 'foreign')) not null, "province_codes" text[] not null, "manager" text null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gi_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gi_handle_unique" ON "gi" ("handle") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gi_deleted_at" ON "gi" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "gi_zone_unit" ("id" text not null, "gi_id" text not null, "old_unit" text not null, "old_commune_code" text null, "old_district" text null, "commune_code" text null, "confirmed" boolean not null, "note" text null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gi_zone_unit_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gi_zone_unit_gi_id" ON "gi_zone_unit" ("gi_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gi_zone_unit_deleted_at" ON "gi_zone_unit" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_gi_zone_unit_commune_code" ON "gi_zone_unit" ("commune_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gi_zone_unit_gi_id_old_unit_unique" ON "gi_zone_unit" ("gi_id", "old_unit") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "right_of_use" ("id" text not null, "gi_id" text not null, "producer_name" text not null, "document_no" text not null, "issued_by" text not null, "issued_on" text not null, "expires_on" text null, "revoked_on" text null, "illustrative" boolean not null default false, "source" text not null, "search_text" text not null default '', "announced_in_force" boolean null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "right_of_use_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_right_of_use_gi_id" ON "right_of_use" ("gi_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_right_of_use_deleted_at" ON "right_of_use" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_right_of_use_gi_id_document_no_unique" ON "right_of_use" ("gi_id", "document_no") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "gi_zone_unit" add constraint "gi_zone_unit_gi_id_foreign" foreign key ("gi_id") references "gi" ("id") on update cascade;`);

    this.addSql(`alter table if exists "right_of_use" add constraint "right_of_use_gi_id_foreign" foreign key ("gi_id") references "gi" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "gi_zone_unit" drop constraint if exists "gi_zone_unit_gi_id_foreign";`);

    this.addSql(`alter table if exists "right_of_use" drop constraint if exists "right_of_use_gi_id_foreign";`);

    this.addSql(`drop table if exists "gi" cascade;`);

    this.addSql(`drop table if exists "gi_zone_unit" cascade;`);

    this.addSql(`drop table if exists "right_of_use" cascade;`);
  }

}
