import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122182157 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "payment_repair" ("id" text not null, "tries" integer not null, "next_try_at" timestamptz not null, "problem" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_repair_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_repair_deleted_at" ON "payment_repair" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_repair_next_try_at" ON "payment_repair" ("next_try_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payment_repair" cascade;`);
  }

}
