import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122043707 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "login_code" ("id" text not null, "phone" text not null, "purpose" text not null, "code_digest" text not null, "address_digest" text null, "attempts" integer not null default 0, "expires_at" timestamptz not null, "consumed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "login_code_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_login_code_deleted_at" ON "login_code" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_login_code_phone_purpose_created_at" ON "login_code" ("phone", "purpose", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_login_code_address_digest_created_at" ON "login_code" ("address_digest", "created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "login_code" cascade;`);
  }

}
