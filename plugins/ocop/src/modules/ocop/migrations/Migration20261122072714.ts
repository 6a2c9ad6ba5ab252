import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122072714 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "ocop_register_owner" drop constraint if exists "ocop_register_owner_ocop_product_id_seller_id_unique";`);
    this.addSql(`alter table if exists "ocop_external_listing" drop constraint if exists "ocop_external_listing_ocop_product_id_url_unique";`);
    this.addSql(`create table if not exists "ocop_external_listing" ("id" text not null, "ocop_product_id" text not null, "url" text not null, "host" text not null, "platform" text not null, "added_by_type" text check ("added_by_type" in ('official', 'user', 'seller')) not null, "added_by_name" text not null, "last_checked_on" text null, "check_result" text check ("check_result" in ('on_sale', 'gone')) null, "checked_by_name" text null, "evidence" text null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_external_listing_pkey" primary key ("id"), constraint ocop_external_listing_https check (url LIKE 'https://%'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_external_listing_deleted_at" ON "ocop_external_listing" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_external_listing_ocop_product_id_url_unique" ON "ocop_external_listing" ("ocop_product_id", "url") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_register_act" ("id" text not null, "ocop_product_id" text not null, "recognition_id" text null, "act" text check ("act" in ('recognise', 'revoke', 'prolong', 'link', 'unlink', 'name_owner', 'end_owner', 'add_external', 'check_external', 'remove_external', 'undo')) not null, "actor_type" text check ("actor_type" in ('official', 'user', 'seller', 'system')) not null, "actor_id" text not null, "actor_name" text not null, "document_no" text null, "fields" jsonb not null, "warnings" jsonb not null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_register_act_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_register_act_deleted_at" ON "ocop_register_act" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_register_act_ocop_product_id" ON "ocop_register_act" ("ocop_product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ocop_register_owner" ("id" text not null, "ocop_product_id" text not null, "seller_id" text not null, "evidence" text not null, "given_by_name" text not null, "given_on" text not null, "ended_on" text null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_register_owner_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_register_owner_deleted_at" ON "ocop_register_owner" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_register_owner_ocop_product_id_seller_id_unique" ON "ocop_register_owner" ("ocop_product_id", "seller_id") WHERE ended_on IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_register_owner_seller_id" ON "ocop_register_owner" ("seller_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "ocop_recognition" add column if not exists "prolongation_document_no" text null, add column if not exists "revocation_ground" text check ("revocation_ground" in ('forged_dossier', 'criteria_not_met', 'law_violated', 'mark_misused', 'production_stopped', 'other')) null, add column if not exists "revocation_document_no" text null, add column if not exists "revocation_concluded_on" text null;`);
    // Append-only, as the lists are: what was done to the register, and by whom, is kept for ever.
    this.addSql(`create or replace function ocop_register_act_keep() returns trigger language plpgsql as $$ begin raise exception 'ocop_register_act is append-only'; end $$;`);
    this.addSql(`create or replace trigger ocop_register_act_append_only before update or delete on "ocop_register_act" for each row execute function ocop_register_act_keep();`);
    // The history of a product asks which lists changed it.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ocop_official_list_changes" ON "ocop_official_list" USING gin ("changes" jsonb_path_ops);`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ocop_external_listing" cascade;`);

    this.addSql(`drop table if exists "ocop_register_act" cascade;`);
    this.addSql(`drop function if exists ocop_register_act_keep();`);
    this.addSql(`drop index if exists "IDX_ocop_official_list_changes";`);

    this.addSql(`drop table if exists "ocop_register_owner" cascade;`);

    this.addSql(`alter table if exists "ocop_recognition" drop column if exists "prolongation_document_no", drop column if exists "revocation_ground", drop column if exists "revocation_document_no", drop column if exists "revocation_concluded_on";`);
  }

}
