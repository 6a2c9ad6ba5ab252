import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122142505 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "suspicion_rule" ("id" text not null, "hours" integer not null, "effective_from" timestamptz not null, "reason" text not null, "set_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "suspicion_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_suspicion_rule_deleted_at" ON "suspicion_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_suspicion_rule_effective_from" ON "suspicion_rule" ("effective_from") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_attempt" add column if not exists "suspected_at" timestamptz null, add column if not exists "held_until" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "suspicion_rule" cascade;`);

    this.addSql(`alter table if exists "payment_attempt" drop column if exists "suspected_at", drop column if exists "held_until";`);
  }

}
