import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122105715 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "sandbox_vnpay_refund" drop constraint if exists "sandbox_vnpay_refund_request_id_request_day_unique";`);
    this.addSql(`alter table if exists "sandbox_vnpay_payment" drop constraint if exists "sandbox_vnpay_payment_tmn_code_txn_ref_unique";`);
    this.addSql(`create table if not exists "sandbox_vnpay_ipn" ("id" text not null, "url" text not null, "query" text not null, "calls" integer not null default 0, "next_call_at" timestamptz null, "last_answer" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_vnpay_ipn_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_ipn_deleted_at" ON "sandbox_vnpay_ipn" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_ipn_next_call_at" ON "sandbox_vnpay_ipn" ("next_call_at") WHERE next_call_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sandbox_vnpay_payment" ("id" text not null, "tmn_code" text not null, "txn_ref" text not null, "amount" text not null, "order_info" text not null, "create_date" text not null, "bank_code" text not null, "response_code" text null, "transaction_status" text not null default '01', "transaction_no" text null, "pay_date" text null, "ipn_url" text not null, "query_plan" text check ("query_plan" in ('answer', 'silent', 'forged', 'too_often')) not null default 'answer', "refund_plan" text check ("refund_plan" in ('accept', 'reject', 'refuse', 'busy', 'slow', 'silent')) not null default 'accept', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_vnpay_payment_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_payment_deleted_at" ON "sandbox_vnpay_payment" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_payment_tmn_code_txn_ref_unique" ON "sandbox_vnpay_payment" ("tmn_code", "txn_ref") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "sandbox_vnpay_refund" ("id" text not null, "payment_id" text not null, "request_id" text not null, "request_day" text not null, "amount" text not null, "transaction_type" text not null, "transaction_no" text not null, "plan" text check ("plan" in ('accept', 'reject', 'slow')) not null, "asked" integer not null default 0, "sequence" serial, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sandbox_vnpay_refund_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_refund_deleted_at" ON "sandbox_vnpay_refund" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_refund_request_id_request_day_unique" ON "sandbox_vnpay_refund" ("request_id", "request_day") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_sandbox_vnpay_refund_payment_id" ON "sandbox_vnpay_refund" ("payment_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "sandbox_vnpay_ipn" cascade;`);

    this.addSql(`drop table if exists "sandbox_vnpay_payment" cascade;`);

    this.addSql(`drop table if exists "sandbox_vnpay_refund" cascade;`);
  }

}
