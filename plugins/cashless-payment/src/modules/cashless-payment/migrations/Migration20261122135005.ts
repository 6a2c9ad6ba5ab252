import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122135005 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hand_transfer" drop constraint if exists "hand_transfer_proof_transaction_id_unique";`);
    this.addSql(`alter table if exists "hand_transfer" drop constraint if exists "hand_transfer_state_check";`);

    this.addSql(`alter table if exists "hand_transfer" add column if not exists "account_by" text check ("account_by" in ('receiver', 'operator', 'payment')) null, add column if not exists "account_at" timestamptz null, add column if not exists "account_version" integer not null default 0, add column if not exists "account_erased_at" timestamptz null, add column if not exists "taken_over_at" timestamptz null, add column if not exists "reminded_at" timestamptz null, add column if not exists "reminders" integer not null default 0, add column if not exists "sent_at" timestamptz null, add column if not exists "sent_by" text null, add column if not exists "problem_at" timestamptz null, add column if not exists "problem_note" text null, add column if not exists "confirmed_by" text check ("confirmed_by" in ('operator', 'receiver', 'bank', 'time')) null, add column if not exists "proof_transaction_id" text null;`);
    this.addSql(`alter table if exists "hand_transfer" add constraint "hand_transfer_state_check" check("state" in ('waiting', 'sent', 'done', 'canceled'));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hand_transfer_proof_transaction_id_unique" ON "hand_transfer" ("proof_transaction_id") WHERE proof_transaction_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payment_intent" add column if not exists "replaced_by_id" text null;`);
    // Accounts noted before were noted by the operator, or came with the bank's notice.
    this.addSql(`update "hand_transfer" set "account_by" = case when "bank_transaction_id" is null then 'operator' else 'payment' end, "account_at" = "updated_at", "account_version" = 1 where "account_number" is not null and "bank_bin" is not null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hand_transfer" drop constraint if exists "hand_transfer_state_check";`);

    this.addSql(`drop index if exists "IDX_hand_transfer_proof_transaction_id_unique";`);
    this.addSql(`alter table if exists "hand_transfer" drop column if exists "account_by", drop column if exists "account_at", drop column if exists "account_version", drop column if exists "account_erased_at", drop column if exists "taken_over_at", drop column if exists "reminded_at", drop column if exists "reminders", drop column if exists "sent_at", drop column if exists "sent_by", drop column if exists "problem_at", drop column if exists "problem_note", drop column if exists "confirmed_by", drop column if exists "proof_transaction_id";`);

    this.addSql(`alter table if exists "hand_transfer" add constraint "hand_transfer_state_check" check("state" in ('waiting', 'done', 'canceled'));`);

    this.addSql(`alter table if exists "payment_intent" drop column if exists "replaced_by_id";`);
  }

}
