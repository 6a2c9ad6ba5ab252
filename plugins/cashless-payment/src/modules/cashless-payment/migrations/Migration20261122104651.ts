import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122104651 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "webhook_delivery" drop constraint if exists "webhook_delivery_event_id_endpoint_id_unique";`);
    this.addSql(`create table if not exists "webhook_delivery" ("id" text not null, "event_id" text not null, "event_sequence" integer not null, "subject" text not null, "endpoint_id" text not null, "status" text check ("status" in ('pending', 'succeeded', 'failed')) not null, "attempts" integer not null, "next_attempt_at" timestamptz not null, "leased_until" timestamptz null, "last_attempt_at" timestamptz null, "response_status" integer null, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "webhook_delivery_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_webhook_delivery_deleted_at" ON "webhook_delivery" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_webhook_delivery_event_id_endpoint_id_unique" ON "webhook_delivery" ("event_id", "endpoint_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_webhook_delivery_endpoint_id_next_attempt_at" ON "webhook_delivery" ("endpoint_id", "next_attempt_at") WHERE status = 'pending' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_webhook_delivery_endpoint_id_subject_event_sequence" ON "webhook_delivery" ("endpoint_id", "subject", "event_sequence") WHERE status = 'pending' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_webhook_delivery_endpoint_id_event_sequence" ON "webhook_delivery" ("endpoint_id", "event_sequence") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "webhook_endpoint" ("id" text not null, "url" text not null, "enabled_events" jsonb not null, "status" text check ("status" in ('enabled', 'disabled')) not null, "description" text null, "metadata" jsonb not null, "api_version" text null, "secret" text not null, "previous_secret" text null, "previous_secret_expires_at" timestamptz null, "failing_since" timestamptz null, "disabled_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "webhook_endpoint_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_webhook_endpoint_deleted_at" ON "webhook_endpoint" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_outbox_event" add column if not exists "api_version" text null, add column if not exists "request_id" text null, add column if not exists "request_idempotency_key" text null;`);
    this.addSql(`alter table if exists "payment_outbox_event" alter column "intent_id" type text using ("intent_id"::text);`);
    this.addSql(`alter table if exists "payment_outbox_event" alter column "intent_id" drop not null;`);
    this.addSql(`alter table if exists "payment_outbox_event" rename column "refund_id" to "object_id";`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_sequence" ON "payment_outbox_event" ("sequence") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_outbox_event_created_at" ON "payment_outbox_event" ("created_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "webhook_delivery" cascade;`);

    this.addSql(`drop table if exists "webhook_endpoint" cascade;`);

    this.addSql(`drop index if exists "IDX_payment_outbox_event_sequence";`);
    this.addSql(`drop index if exists "IDX_payment_outbox_event_created_at";`);
    this.addSql(`alter table if exists "payment_outbox_event" drop column if exists "api_version", drop column if exists "request_id", drop column if exists "request_idempotency_key";`);

    this.addSql(`alter table if exists "payment_outbox_event" alter column "intent_id" type text using ("intent_id"::text);`);
    this.addSql(`alter table if exists "payment_outbox_event" alter column "intent_id" set not null;`);
    this.addSql(`alter table if exists "payment_outbox_event" rename column "object_id" to "refund_id";`);
  }

}
