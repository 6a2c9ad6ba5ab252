import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122072502 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "quality_certificate" drop constraint if exists "quality_certificate_seller_id_kind_number_key_unique";`);
    this.addSql(`create table if not exists "quality_certificate" ("id" text not null, "seller_id" text not null, "commune_code" text not null, "province_code" text not null, "kind" text check ("kind" in ('vietgap', 'globalgap', 'organic_vn', 'organic_international', 'haccp', 'iso_22000', 'fssc_22000', 'food_safety_certificate', 'food_safety_commitment', 'self_declaration', 'growing_area_code', 'packing_house_code', 'gtin', 'traceability_code', 'test_report')) not null, "number" text null, "number_key" text null, "holder_name" text not null, "issuer" text null, "scope_text" text null, "issued_on" text null, "expires_on" text null, "review" text check ("review" in ('waiting', 'confirmed', 'rejected')) not null default 'waiting', "reviewed_by" text null, "reviewed_at" timestamptz null, "review_reason" text null, "revoked_on" text null, "revocation_reason" text null, "evidence_key" text null, "evidence_name" text null, "evidence_type" text null, "evidence_bytes" integer null, "evidence_sha256" text null, "illustrative" boolean not null default false, "search_text" text not null default '', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "quality_certificate_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_quality_certificate_deleted_at" ON "quality_certificate" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_quality_certificate_province_code_commune_code" ON "quality_certificate" ("province_code", "commune_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_quality_certificate_seller_id_kind_number_key_unique" ON "quality_certificate" ("seller_id", "kind", "number_key") WHERE number_key IS NOT NULL AND review <> 'rejected' AND revoked_on IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "quality_certificate_event" ("id" text not null, "certificate_id" text not null, "action" text check ("action" in ('added', 'evidence_added', 'confirmed', 'rejected', 'revoked', 'undone')) not null, "actor_type" text check ("actor_type" in ('seller', 'official', 'user', 'seed')) not null, "actor_id" text not null, "actor_name" text not null, "reason" text null, "facts" jsonb not null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "quality_certificate_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_quality_certificate_event_deleted_at" ON "quality_certificate_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_quality_certificate_event_certificate_id" ON "quality_certificate_event" ("certificate_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "quality_term" ("id" text not null, "kind" text not null, "max_months" integer not null, "valid_from" text not null, "valid_to" text null, "legal_basis" text not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "quality_term_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_quality_term_deleted_at" ON "quality_term" ("deleted_at") WHERE deleted_at IS NULL;`);
    // Append-only: who decided what, when and why, is kept for ever.
    this.addSql(`create or replace function quality_certificate_event_keep() returns trigger language plpgsql as $$ begin raise exception 'quality_certificate_event is append-only'; end $$;`);
    this.addSql(`create or replace trigger quality_certificate_event_append_only before update or delete on "quality_certificate_event" for each row execute function quality_certificate_event_keep();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "quality_certificate" cascade;`);

    this.addSql(`drop table if exists "quality_certificate_event" cascade;`);

    this.addSql(`drop table if exists "quality_term" cascade;`);
    this.addSql(`drop function if exists quality_certificate_event_keep() cascade;`);
  }

}
