import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122043648 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "media_asset" drop constraint if exists "media_asset_owner_id_sha256_unique";`);
    this.addSql(`create table if not exists "media_asset" ("id" text not null, "owner_id" text not null, "sha256" text not null, "width" integer not null, "height" integer not null, "color" text not null, "alt" text null, "renditions" jsonb not null, "illustrative" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "media_asset_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_media_asset_deleted_at" ON "media_asset" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_media_asset_owner_id_sha256_unique" ON "media_asset" ("owner_id", "sha256") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "media_asset" cascade;`);
  }

}
