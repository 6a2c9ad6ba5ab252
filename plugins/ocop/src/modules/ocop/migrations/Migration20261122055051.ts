import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122055051 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ocop_scoring_sheet" drop constraint if exists "ocop_scoring_sheet_legal_version_set_no_unique";`);
    this.addSql(`alter table if exists "ocop_criteria_set" drop constraint if exists "ocop_criteria_set_legal_version_unique";`);
    this.addSql(`create table if not exists "ocop_criteria_set" ("id" text not null, "legal_version" text not null, "name" text not null, "part_a_max" integer not null, "part_b_max" integer not null, "part_c_max" integer not null, "minimum_members" text check ("minimum_members" in ('every_member', 'majority')) not null, "minimum_levels" text check ("minimum_levels" in ('cumulative', 'own_level')) not null, "valid_from" text not null, "valid_to" text null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "legal_basis" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_criteria_set_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_criteria_set_legal_version_unique" ON "ocop_criteria_set" ("legal_version") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_criteria_set_deleted_at" ON "ocop_criteria_set" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_rating_authority" ("id" text not null, "role" text check ("role" in ('receives', 'recognises')) not null, "level" text check ("level" in ('commune', 'district', 'province', 'ministry')) null, "star" integer null, "valid_from" text not null, "valid_to" text null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "legal_basis" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_rating_authority_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_rating_authority_deleted_at" ON "ocop_rating_authority" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_scoring_sheet" ("id" text not null, "legal_version" text not null, "set_no" integer not null, "name" text not null, "heading" text not null, "classification" text not null, "total" integer not null, "notes" jsonb not null, "parts" jsonb not null, "irregularities" jsonb not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_scoring_sheet_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_scoring_sheet_deleted_at" ON "ocop_scoring_sheet" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_scoring_sheet_legal_version_set_no_unique" ON "ocop_scoring_sheet" ("legal_version", "set_no") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ocop_legal_version" add column if not exists "min_score_2" integer null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ocop_criteria_set" cascade;`);

    this.addSql(`drop table if exists "ocop_rating_authority" cascade;`);

    this.addSql(`drop table if exists "ocop_scoring_sheet" cascade;`);

    this.addSql(`alter table if exists "ocop_legal_version" drop column if exists "min_score_2";`);
  }

}
