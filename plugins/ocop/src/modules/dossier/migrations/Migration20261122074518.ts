import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122074518 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ocop_dossier_terms" drop constraint if exists "ocop_dossier_terms_legal_version_unique";`);
    this.addSql(`alter table if exists "ocop_dossier_sheet" drop constraint if exists "ocop_dossier_sheet_rating_id_official_id_unique";`);
    this.addSql(`alter table if exists "ocop_dossier_rating" drop constraint if exists "ocop_dossier_rating_dossier_id_rating_no_unique";`);
    this.addSql(`alter table if exists "ocop_dossier_consultant" drop constraint if exists "ocop_dossier_consultant_dossier_id_official_id_unique";`);
    this.addSql(`alter table if exists "ocop_dossier" drop constraint if exists "ocop_dossier_product_code_unique";`);
    this.addSql(`alter table if exists "ocop_dossier" drop constraint if exists "ocop_dossier_province_code_province_receipt_no_unique";`);
    this.addSql(`alter table if exists "ocop_dossier" drop constraint if exists "ocop_dossier_receipt_no_unique";`);
    this.addSql(`alter table if exists "ocop_calendar_day" drop constraint if exists "ocop_calendar_day_day_unique";`);
    this.addSql(`create table if not exists "ocop_calendar_day" ("id" text not null, "day" text not null, "kind" text check ("kind" in ('holiday', 'working_day')) not null, "name" text not null, "legal_basis" text not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_calendar_day_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_calendar_day_day_unique" ON "ocop_calendar_day" ("day") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_calendar_day_deleted_at" ON "ocop_calendar_day" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_council" ("id" text not null, "level" text check ("level" in ('province', 'ministry')) not null, "province_code" text null, "name" text not null, "decision_no" text null, "decided_on" text null, "members" jsonb not null, "version" integer not null default 1, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_council_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_council_deleted_at" ON "ocop_council" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_council_province_code" ON "ocop_council" ("province_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier" ("id" text not null, "seller_id" text not null, "kind" text check ("kind" in ('first', 'upgrade', 're_rating')) not null, "state" text check ("state" in ('draft', 'submitted', 'returned_by_commune', 'commune_reported', 'at_province', 'returned_by_province', 'consulting', 'at_council', 'council_scored', 'approved_potential_5', 'at_ministry', 'at_central_council', 'central_scored', 'back_to_province', 'recognised', 'not_recognised', 'withdrawn')) not null default 'draft', "version" integer not null default 1, "commune_code" text not null, "province_code" text not null, "product_set_no" integer not null, "ocop_product_id" text null, "listing_id" text null, "product_name" text not null, "applicant_name" text not null, "form" jsonb not null, "self_assessment" jsonb not null, "submissions" integer not null default 0, "submitted_on" text null, "law_day" text null, "receipt_no" text null, "province_receipt_no" text null, "forwarded_on" text null, "received_by_commune" text null, "received_by_province" text null, "sent_to_ministry_on" text null, "clock_on" text null, "due_on" text null, "due_basis" text null, "due_provisional" boolean not null default false, "returned" jsonb null, "commune_report" jsonb null, "commune_letter" jsonb null, "advice" jsonb null, "ministry_letter" jsonb null, "decision" jsonb null, "star" integer null, "product_code" text null, "registration" text check ("registration" in ('none', 'pending', 'done')) not null default 'none', "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_deleted_at" ON "ocop_dossier" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_seller_id" ON "ocop_dossier" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_province_code_state" ON "ocop_dossier" ("province_code", "state") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_commune_code" ON "ocop_dossier" ("commune_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_receipt_no_unique" ON "ocop_dossier" ("receipt_no") WHERE receipt_no IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_province_code_province_receipt_no_unique" ON "ocop_dossier" ("province_code", "province_receipt_no") WHERE province_receipt_no IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_product_code_unique" ON "ocop_dossier" ("product_code") WHERE product_code IS NOT NULL AND kind = 'first' AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_one_open" ON "ocop_dossier" ("ocop_product_id") WHERE ocop_product_id IS NOT NULL AND state NOT IN ('recognised', 'not_recognised', 'withdrawn') AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_attachment" ("id" text not null, "dossier_id" text not null, "file_key" text not null, "filename" text not null, "content_type" text not null, "bytes" integer not null, "sha256" text not null, "kind" text check ("kind" in ('business_registration', 'production_conditions', 'raw_materials', 'environment', 'local_labour', 'growth', 'intellectual_property', 'market', 'promotion', 'story', 'quality_declaration', 'test_results', 'traceability', 'quality_system', 'awards', 'other', 'official')) not null, "criterion" text null, "note" text null, "added_role" text not null, "added_by" text not null, "withdrawn_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_attachment_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_attachment_deleted_at" ON "ocop_dossier_attachment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_attachment_dossier_id" ON "ocop_dossier_attachment" ("dossier_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_consultant" ("id" text not null, "dossier_id" text not null, "official_id" text not null, "name" text not null, "organisation" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_consultant_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_consultant_deleted_at" ON "ocop_dossier_consultant" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_consultant_dossier_id_official_id_unique" ON "ocop_dossier_consultant" ("dossier_id", "official_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_consultant_official_id" ON "ocop_dossier_consultant" ("official_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_event" ("id" text not null, "dossier_id" text not null, "act" text not null, "from_state" text null, "to_state" text not null, "role" text not null, "actor_id" text not null, "actor_name" text not null, "note" text null, "document_no" text null, "document_date" text null, "version" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_event_deleted_at" ON "ocop_dossier_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_event_dossier_id" ON "ocop_dossier_event" ("dossier_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_rating" ("id" text not null, "dossier_id" text not null, "rating_no" integer not null, "level" text check ("level" in ('province', 'ministry')) not null, "council_id" text not null, "council_name" text not null, "council_decision_no" text null, "council_decided_on" text null, "form" text check ("form" in ('meeting', 'written')) not null, "opened_on" text not null, "closed_at" timestamptz null, "result" jsonb null, "minutes" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_rating_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_rating_deleted_at" ON "ocop_dossier_rating" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_rating_dossier_id_rating_no_unique" ON "ocop_dossier_rating" ("dossier_id", "rating_no") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_serial" ("id" text not null, "last" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_serial_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_serial_deleted_at" ON "ocop_dossier_serial" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_sheet" ("id" text not null, "rating_id" text not null, "dossier_id" text not null, "official_id" text not null, "name" text not null, "organisation" text null, "role" text check ("role" in ('chair', 'secretary', 'member')) not null, "version" integer not null default 1, "options" jsonb not null, "comments" jsonb not null, "general_comment" text null, "handed_in_at" timestamptz null, "reopened_note" text null, "recused_at" timestamptz null, "recusal_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_sheet_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_sheet_deleted_at" ON "ocop_dossier_sheet" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_sheet_rating_id_official_id_unique" ON "ocop_dossier_sheet" ("rating_id", "official_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_sheet_dossier_id" ON "ocop_dossier_sheet" ("dossier_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_sheet_official_id" ON "ocop_dossier_sheet" ("official_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_dossier_terms" ("id" text not null, "legal_version" text not null, "commune_working_days" integer not null, "re_rating_days" integer not null, "province_rounds" jsonb not null, "ministry_rounds" jsonb not null, "quorum_members" integer not null, "quorum_of" integer not null, "confidence" text check ("confidence" in ('confirmed', 'unconfirmed')) not null, "legal_basis" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_dossier_terms_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_dossier_terms_legal_version_unique" ON "ocop_dossier_terms" ("legal_version") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_dossier_terms_deleted_at" ON "ocop_dossier_terms" ("deleted_at") WHERE deleted_at IS NULL;`);
    // Append-only: who did what with a dossier is kept for ever.
    this.addSql(`create or replace function ocop_dossier_event_keep() returns trigger language plpgsql as $$ begin raise exception 'ocop_dossier_event is append-only'; end $$;`);
    this.addSql(`create or replace trigger ocop_dossier_event_append_only before update or delete on "ocop_dossier_event" for each row execute function ocop_dossier_event_keep();`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ocop_calendar_day" cascade;`);

    this.addSql(`drop table if exists "ocop_council" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_attachment" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_consultant" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_event" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_rating" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_serial" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_sheet" cascade;`);

    this.addSql(`drop table if exists "ocop_dossier_terms" cascade;`);

    this.addSql(`drop function if exists ocop_dossier_event_keep();`);
  }

}
