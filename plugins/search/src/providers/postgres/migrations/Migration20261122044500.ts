import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One table for the documents of all indexes and versions: everything in it can be rebuilt. */
export class Migration20261122044500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "folded_index" (
      "name" text primary key,
      "created_at" timestamptz not null default now()
    );`)
    this.addSql(`create table if not exists "folded_document" (
      "index_name" text not null references "folded_index" ("name") on delete cascade,
      "id" text not null,
      "document" jsonb not null,
      "fields" jsonb not null,
      "folded" tsvector not null,
      "exact" tsvector not null,
      "updated_at" timestamptz not null default now(),
      primary key ("index_name", "id")
    );`)
    this.addSql(`create index if not exists "IDX_folded_document_folded" on "folded_document" using gin ("folded");`)
    this.addSql(`create index if not exists "IDX_folded_document_fields" on "folded_document" using gin ("fields" jsonb_path_ops);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "folded_document";`)
    this.addSql(`drop table if exists "folded_index";`)
  }
}
