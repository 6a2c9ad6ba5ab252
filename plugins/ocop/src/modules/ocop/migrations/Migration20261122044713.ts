import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122044713 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ocop_recognition" drop constraint if exists "ocop_recognition_ocop_product_id_issued_on_unique";`);
    this.addSql(`alter table if exists "ocop_recognition" drop constraint if exists "ocop_recognition_certificate_code_unique";`);
    this.addSql(`alter table if exists "ocop_product_set" drop constraint if exists "ocop_product_set_legal_version_set_no_unique";`);
    this.addSql(`alter table if exists "ocop_product" drop constraint if exists "ocop_product_code_unique";`);
    this.addSql(`alter table if exists "ocop_legal_version" drop constraint if exists "ocop_legal_version_version_unique";`);
    this.addSql(`create table if not exists "ocop_legal_version" ("id" text not null, "version" text not null, "name" text not null, "valid_from" text not null, "valid_to" text null, "validity_months" integer not null, "renewal_opens_days" integer null, "renewal_closes_days" integer null, "prolongation_max_days" integer null, "min_score_5" integer not null, "min_score_4" integer not null, "min_score_3" integer not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "legal_basis" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_legal_version_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_legal_version_version_unique" ON "ocop_legal_version" ("version") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_legal_version_deleted_at" ON "ocop_legal_version" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_product" ("id" text not null, "code" text null, "name" text not null, "producer_name" text null, "producer_kind" text check ("producer_kind" in ('cooperative', 'cooperative_group', 'enterprise', 'household_business', 'individual')) null, "commune_code" text null, "province_code" text not null, "product_set_no" integer null, "source" text not null, "confidence" text check ("confidence" in ('high', 'medium', 'low')) not null, "illustrative" boolean not null default false, "search_text" text not null default '', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_product_deleted_at" ON "ocop_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_product_code_unique" ON "ocop_product" ("code") WHERE code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_product_province_code" ON "ocop_product" ("province_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_product_commune_code" ON "ocop_product" ("commune_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_product_set" ("id" text not null, "set_no" integer not null, "legal_version" text not null, "name" text not null, "industry_no" text not null, "industry" text not null, "group_name" text not null, "subgroup" text null, "lead_agency" text not null, "sample_required" boolean not null, "valid_from" text not null, "valid_to" text null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "legal_basis" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_product_set_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_product_set_deleted_at" ON "ocop_product_set" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_product_set_legal_version_set_no_unique" ON "ocop_product_set" ("legal_version", "set_no") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_recognition" ("id" text not null, "ocop_product_id" text not null, "star" integer not null, "decision_no" text null, "issued_by" text null, "issued_on" text not null, "expires_on" text not null, "renewal_opens_on" text null, "prolonged_until" text null, "revoked_on" text null, "revocation_reason" text null, "legal_version" text not null, "certificate_code" text not null, "illustrative" boolean not null default false, "source" text not null, "announced_status" text check ("announced_status" in ('valid', 'expiring', 'prolonged', 'expired', 'revoked')) null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_recognition_pkey" primary key ("id"), constraint ocop_recognition_star check (star BETWEEN 3 AND 5), constraint ocop_recognition_term check (issued_on < expires_on));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_ocop_product_id" ON "ocop_recognition" ("ocop_product_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_deleted_at" ON "ocop_recognition" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_recognition_certificate_code_unique" ON "ocop_recognition" ("certificate_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_recognition_ocop_product_id_issued_on_unique" ON "ocop_recognition" ("ocop_product_id", "issued_on") WHERE revoked_on IS NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ocop_recognition" add constraint "ocop_recognition_ocop_product_id_foreign" foreign key ("ocop_product_id") references "ocop_product" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "ocop_recognition" drop constraint if exists "ocop_recognition_ocop_product_id_foreign";`);

    this.addSql(`drop table if exists "ocop_legal_version" cascade;`);

    this.addSql(`drop table if exists "ocop_product" cascade;`);

    this.addSql(`drop table if exists "ocop_product_set" cascade;`);

    this.addSql(`drop table if exists "ocop_recognition" cascade;`);
  }

}
