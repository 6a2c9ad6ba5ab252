import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122135830 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payout_transfer" drop constraint if exists "payout_transfer_line_id_unique";`);
    this.addSql(`create table if not exists "payout_transfer" ("id" text not null, "line_id" text not null, "batch_id" text not null, "provider" text check ("provider" in ('payos')) not null, "state" text check ("state" in ('queued', 'sending', 'refused', 'taken', 'stuck', 'paid', 'failed', 'withdrawn')) not null default 'queued', "provider_id" text null, "attempts" integer not null default 0, "first_sent_at" timestamptz null, "turns" integer not null default 0, "next_turn_at" timestamptz null, "problem" text null, "beneficiary_name" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_transfer_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_transfer_line_id_unique" ON "payout_transfer" ("line_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_transfer_deleted_at" ON "payout_transfer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_transfer_next_turn_at" ON "payout_transfer" ("next_turn_at") WHERE next_turn_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_transfer_batch_id" ON "payout_transfer" ("batch_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'sent', 'line_sent', 'line_paid', 'line_failed', 'line_dropped'));`);

    this.addSql(`alter table if exists "payout_batch" add column if not exists "way" text check ("way" in ('bank_file', 'payos')) not null default 'bank_file';`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payout_transfer" cascade;`);

    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'sent', 'line_paid', 'line_failed', 'line_dropped'));`);

    this.addSql(`alter table if exists "payout_batch" drop column if exists "way";`);
  }

}
