import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122134606 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "idempotency_key" drop constraint if exists "idempotency_key_key_unique";`);
    this.addSql(`drop index if exists "IDX_idempotency_key_key_method_path_unique";`);

    // A key that was used at several endpoints stays with the one it was first used at.
    this.addSql(`delete from "idempotency_key" later using "idempotency_key" first where later.key = first.key and (later.created_at, later.id) > (first.created_at, first.id);`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_idempotency_key_key_unique" ON "idempotency_key" ("key") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_intent" add column if not exists "vnpay_qr" text null, add column if not exists "vnpay_qr_expires_at" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_idempotency_key_key_unique";`);

    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_idempotency_key_key_method_path_unique" ON "idempotency_key" ("key", "method", "path") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_intent" drop column if exists "vnpay_qr", drop column if exists "vnpay_qr_expires_at";`);
  }

}
