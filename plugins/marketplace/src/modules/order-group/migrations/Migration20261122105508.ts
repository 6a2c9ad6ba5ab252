import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122105508 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "cod_rule" ("id" text not null, "scope" text check ("scope" in ('everywhere', 'province', 'seller', 'shop_choice')) not null, "scope_id" text not null, "enabled" boolean not null, "max_amount_vnd" numeric null, "effective_from" timestamptz not null, "reason" text not null, "set_by" text not null, "raw_max_amount_vnd" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "cod_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cod_rule_deleted_at" ON "cod_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_cod_rule_scope_scope_id_effective_from" ON "cod_rule" ("scope", "scope_id", "effective_from") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "order_act" ("id" text not null, "order_id" text not null, "act" text check ("act" in ('cancel', 'cancel_items', 'change_rail', 'confirm', 'ship', 'collect_cash', 'refused_at_door')) not null, "actor" text check ("actor" in ('buyer', 'seller', 'operator', 'system')) not null, "actor_id" text null, "reason" text null, "note" text null, "amount_vnd" numeric not null default 0, "details" jsonb null, "done_at" timestamptz null, "raw_amount_vnd" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_act_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_act_deleted_at" ON "order_act" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_act_order_id_created_at" ON "order_act" ("order_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "order_group" drop constraint if exists "order_group_rail_check";`);

    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_rail_check";`);
    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_state_check";`);

    this.addSql(`alter table if exists "order_group" add constraint "order_group_rail_check" check("rail" in ('vietqr', 'vnpay', 'cod'));`);

    this.addSql(`alter table if exists "seller_payment" add column if not exists "canceled_vnd" numeric not null default 0, add column if not exists "reopening_to" text check ("reopening_to" in ('vietqr', 'vnpay', 'cod')) null, add column if not exists "reopening_key" text null, add column if not exists "confirmed_at" timestamptz null, add column if not exists "shipping_at" timestamptz null, add column if not exists "raw_canceled_vnd" jsonb not null default '{"value":"0","precision":20}';`);
    this.addSql(`alter table if exists "seller_payment" alter column "intent_id" type text using ("intent_id"::text);`);
    this.addSql(`alter table if exists "seller_payment" alter column "intent_id" drop not null;`);
    this.addSql(`alter table if exists "seller_payment" add constraint "seller_payment_rail_check" check("rail" in ('vietqr', 'vnpay', 'cod'));`);
    this.addSql(`alter table if exists "seller_payment" add constraint "seller_payment_state_check" check("state" in ('pending', 'applying', 'reopening', 'paid', 'expired', 'canceled', 'refunded'));`);
    // Until now an order cancelled after payment was closed at once; now closing has a moment of its own.
    this.addSql(`update "seller_payment" set "closed_at" = "updated_at" where "state" = 'refunded' and "closed_at" is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "cod_rule" cascade;`);

    this.addSql(`drop table if exists "order_act" cascade;`);

    this.addSql(`alter table if exists "order_group" drop constraint if exists "order_group_rail_check";`);

    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_rail_check";`);
    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_state_check";`);

    this.addSql(`alter table if exists "order_group" add constraint "order_group_rail_check" check("rail" in ('vietqr', 'vnpay'));`);

    this.addSql(`alter table if exists "seller_payment" drop column if exists "canceled_vnd", drop column if exists "reopening_to", drop column if exists "reopening_key", drop column if exists "confirmed_at", drop column if exists "shipping_at", drop column if exists "raw_canceled_vnd";`);

    this.addSql(`alter table if exists "seller_payment" alter column "intent_id" type text using ("intent_id"::text);`);
    this.addSql(`alter table if exists "seller_payment" alter column "intent_id" set not null;`);
    this.addSql(`alter table if exists "seller_payment" add constraint "seller_payment_rail_check" check("rail" in ('vietqr', 'vnpay'));`);
    this.addSql(`alter table if exists "seller_payment" add constraint "seller_payment_state_check" check("state" in ('pending', 'applying', 'paid', 'expired', 'canceled', 'refunded'));`);
  }

}
