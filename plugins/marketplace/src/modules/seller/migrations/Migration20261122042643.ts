import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122042643 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller_member" drop constraint if exists "seller_member_phone_unique";`);
    this.addSql(`alter table if exists "listing" drop constraint if exists "listing_product_id_unique";`);
    this.addSql(`alter table if exists "seller" drop constraint if exists "seller_shipping_profile_id_unique";`);
    this.addSql(`alter table if exists "seller" drop constraint if exists "seller_handle_unique";`);
    this.addSql(`create table if not exists "seller" ("id" text not null, "handle" text not null, "name" text not null, "kind" text check ("kind" in ('cooperative', 'cooperative_group', 'household_business', 'enterprise', 'individual')) not null, "commune_code" text not null, "province_code" text not null, "status" text check ("status" in ('active', 'suspended')) not null default 'active', "phone" text not null, "bank_bin" text null, "bank_name" text null, "bank_account_number" text null, "bank_account_name" text null, "shipping_profile_id" text not null, "stock_location_id" text null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_handle_unique" ON "seller" ("handle") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_shipping_profile_id_unique" ON "seller" ("shipping_profile_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_deleted_at" ON "seller" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_province_code_commune_code" ON "seller" ("province_code", "commune_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "listing" ("id" text not null, "product_id" text not null, "unit" text not null, "net_weight_grams" integer null, "net_volume_ml" integer null, "media_ids" jsonb not null, "rejection_reason" text null, "illustrative" boolean not null default false, "submitted_at" timestamptz not null, "decided_at" timestamptz null, "decided_by" text null, "seller_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_product_id_unique" ON "listing" ("product_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_seller_id" ON "listing" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_listing_deleted_at" ON "listing" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "seller_member" ("id" text not null, "name" text not null, "phone" text not null, "status" text check ("status" in ('active', 'revoked')) not null default 'active', "illustrative" boolean not null default false, "seller_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_member_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_member_phone_unique" ON "seller_member" ("phone") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_member_seller_id" ON "seller_member" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_member_deleted_at" ON "seller_member" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "listing" add constraint "listing_seller_id_foreign" foreign key ("seller_id") references "seller" ("id") on update cascade;`);

    this.addSql(`alter table if exists "seller_member" add constraint "seller_member_seller_id_foreign" foreign key ("seller_id") references "seller" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "listing" drop constraint if exists "listing_seller_id_foreign";`);

    this.addSql(`alter table if exists "seller_member" drop constraint if exists "seller_member_seller_id_foreign";`);

    this.addSql(`drop table if exists "seller" cascade;`);

    this.addSql(`drop table if exists "listing" cascade;`);

    this.addSql(`drop table if exists "seller_member" cascade;`);
  }

}
