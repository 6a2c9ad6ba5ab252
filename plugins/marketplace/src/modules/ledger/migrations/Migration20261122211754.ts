import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122211754 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "books_mark" drop constraint if exists "books_mark_name_unique";`);
    this.addSql(`create table if not exists "books_mark" ("id" text not null, "name" text not null, "whole_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "books_mark_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_books_mark_name_unique" ON "books_mark" ("name") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_books_mark_deleted_at" ON "books_mark" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "books_mark" cascade;`);
  }

}
