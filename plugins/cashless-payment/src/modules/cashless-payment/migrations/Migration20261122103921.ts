import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122103921 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_refund" drop constraint if exists "payment_refund_status_check";`);

    this.addSql(`alter table if exists "payment_attempt" add column if not exists "qr_content" text null, add column if not exists "returned_at" timestamptz null, add column if not exists "next_query_at" timestamptz null, add column if not exists "queries" integer not null default 0;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_attempt_next_query_at" ON "payment_attempt" ("next_query_at") WHERE status IN ('open', 'pending', 'suspected') AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_outbox_event" add column if not exists "refund_id" text null;`);

    this.addSql(`alter table if exists "payment_refund" add column if not exists "method" text check ("method" in ('vnpay', 'by_hand')) not null default 'by_hand', add column if not exists "metadata" jsonb null, add column if not exists "attempt_id" text null, add column if not exists "request_id" text null, add column if not exists "request_date" text null, add column if not exists "accepted_at" timestamptz null, add column if not exists "transaction_no" text null, add column if not exists "response_code" text null, add column if not exists "transaction_status" text null, add column if not exists "failure_reason" text null, add column if not exists "tries" integer not null default 0, add column if not exists "next_try_at" timestamptz null, add column if not exists "settled_at" timestamptz null, add column if not exists "settled_by" text null, add column if not exists "settlement_note" text null;`);
    this.addSql(`alter table if exists "payment_refund" add constraint "payment_refund_status_check" check("status" in ('pending', 'requires_action', 'succeeded', 'failed', 'canceled'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_attempt_id" ON "payment_refund" ("attempt_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_refund_next_try_at" ON "payment_refund" ("next_try_at") WHERE status = 'pending' AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payment_refund" drop constraint if exists "payment_refund_status_check";`);

    this.addSql(`drop index if exists "IDX_payment_attempt_next_query_at";`);
    this.addSql(`alter table if exists "payment_attempt" drop column if exists "qr_content", drop column if exists "returned_at", drop column if exists "next_query_at", drop column if exists "queries";`);

    this.addSql(`alter table if exists "payment_outbox_event" drop column if exists "refund_id";`);

    this.addSql(`drop index if exists "IDX_payment_refund_attempt_id";`);
    this.addSql(`drop index if exists "IDX_payment_refund_next_try_at";`);
    this.addSql(`alter table if exists "payment_refund" drop column if exists "method", drop column if exists "metadata", drop column if exists "attempt_id", drop column if exists "request_id", drop column if exists "request_date", drop column if exists "accepted_at", drop column if exists "transaction_no", drop column if exists "response_code", drop column if exists "transaction_status", drop column if exists "failure_reason", drop column if exists "tries", drop column if exists "next_try_at", drop column if exists "settled_at", drop column if exists "settled_by", drop column if exists "settlement_note";`);

    this.addSql(`alter table if exists "payment_refund" add constraint "payment_refund_status_check" check("status" in ('requires_action', 'succeeded', 'failed', 'canceled'));`);
  }

}
