import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122045217 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_payment_session_id_unique";`);
    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_order_id_unique";`);
    this.addSql(`alter table if exists "payment_event" drop constraint if exists "payment_event_event_id_seller_payment_id_unique";`);
    this.addSql(`alter table if exists "order_group" drop constraint if exists "order_group_cart_id_unique";`);
    this.addSql(`create table if not exists "order_group" ("id" text not null, "cart_id" text not null, "currency_code" text not null, "rail" text check ("rail" in ('vietqr', 'vnpay')) not null, "total_vnd" numeric not null, "status" text check ("status" in ('creating', 'placed')) not null default 'creating', "raw_total_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_group_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_group_cart_id_unique" ON "order_group" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_group_deleted_at" ON "order_group" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payment_event" ("id" text not null, "event_id" text not null, "intent_id" text not null, "seller_payment_id" text null, "amount_received_vnd" numeric not null, "outcome" text check ("outcome" in ('applied', 'already_paid', 'late', 'amount_mismatch', 'not_paid', 'unknown_intent')) not null, "raw_amount_received_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_event_intent_id" ON "payment_event" ("intent_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_event_deleted_at" ON "payment_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_event_event_id_seller_payment_id_unique" ON "payment_event" ("event_id", "seller_payment_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "seller_payment" ("id" text not null, "seller_id" text not null, "order_id" text not null, "payment_collection_id" text not null, "payment_session_id" text not null, "intent_id" text not null, "rail" text check ("rail" in ('vietqr', 'vnpay')) not null, "amount_vnd" numeric not null, "state" text check ("state" in ('pending', 'applying', 'paid', 'expired', 'canceled', 'refunded')) not null default 'pending', "expires_at" timestamptz not null, "applying_since" timestamptz null, "paid_at" timestamptz null, "closed_at" timestamptz null, "late_at" timestamptz null, "order_group_id" text not null, "raw_amount_vnd" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_payment_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_payment_seller_id" ON "seller_payment" ("seller_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_payment_order_id_unique" ON "seller_payment" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_payment_payment_session_id_unique" ON "seller_payment" ("payment_session_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_payment_intent_id" ON "seller_payment" ("intent_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_payment_order_group_id" ON "seller_payment" ("order_group_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_payment_deleted_at" ON "seller_payment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_seller_payment_state_expires_at" ON "seller_payment" ("state", "expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "seller_payment" add constraint "seller_payment_order_group_id_foreign" foreign key ("order_group_id") references "order_group" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "seller_payment" drop constraint if exists "seller_payment_order_group_id_foreign";`);

    this.addSql(`drop table if exists "order_group" cascade;`);

    this.addSql(`drop table if exists "payment_event" cascade;`);

    this.addSql(`drop table if exists "seller_payment" cascade;`);
  }

}
