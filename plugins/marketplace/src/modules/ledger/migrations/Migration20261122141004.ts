import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122141004 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "sale_delivery" drop constraint if exists "sale_delivery_order_id_unique";`);
    this.addSql(`alter table if exists "ledger_adjustment" drop constraint if exists "ledger_adjustment_reference_unique";`);
    this.addSql(`alter table if exists "hold_rule" drop constraint if exists "hold_rule_valid_from_unique";`);
    this.addSql(`create table if not exists "hold_rule" ("id" text not null, "counts_from" text check ("counts_from" in ('payment', 'delivery')) not null, "valid_from" text not null, "note" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hold_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hold_rule_valid_from_unique" ON "hold_rule" ("valid_from") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hold_rule_deleted_at" ON "hold_rule" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "ledger_adjustment" ("id" text not null, "reference" text not null, "reason" text not null, "entries" jsonb not null, "state" text check ("state" in ('proposed', 'posted', 'refused')) not null default 'proposed', "proposed_by" text not null, "decided_by" text null, "decision_note" text null, "decided_at" timestamptz null, "journal_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_adjustment_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_adjustment_reference_unique" ON "ledger_adjustment" ("reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_adjustment_deleted_at" ON "ledger_adjustment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_adjustment_state_created_at" ON "ledger_adjustment" ("state", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sale_delivery" ("id" text not null, "order_id" text not null, "shipped_at" timestamptz null, "delivered_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sale_delivery_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sale_delivery_order_id_unique" ON "sale_delivery" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sale_delivery_deleted_at" ON "sale_delivery" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "hold_rule" cascade;`);

    this.addSql(`drop table if exists "ledger_adjustment" cascade;`);

    this.addSql(`drop table if exists "sale_delivery" cascade;`);
  }

}
