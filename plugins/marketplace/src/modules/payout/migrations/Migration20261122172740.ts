import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122172740 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_line" drop constraint if exists "payout_line_state_check";`);

    this.addSql(`alter table if exists "payout_transfer" drop constraint if exists "payout_transfer_state_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'sent', 'line_sent', 'line_paid', 'line_failed', 'line_dropped', 'line_reversed'));`);

    this.addSql(`alter table if exists "payout_line" add column if not exists "reversed_at" timestamptz null;`);
    this.addSql(`alter table if exists "payout_line" add constraint "payout_line_state_check" check("state" in ('planned', 'in_transit', 'paid', 'failed', 'canceled', 'reversed'));`);

    this.addSql(`alter table if exists "payout_transfer" add constraint "payout_transfer_state_check" check("state" in ('queued', 'sending', 'refused', 'taken', 'stuck', 'paid', 'failed', 'withdrawn', 'reversed'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_line" drop constraint if exists "payout_line_state_check";`);

    this.addSql(`alter table if exists "payout_transfer" drop constraint if exists "payout_transfer_state_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'sent', 'line_sent', 'line_paid', 'line_failed', 'line_dropped'));`);

    this.addSql(`alter table if exists "payout_line" drop column if exists "reversed_at";`);

    this.addSql(`alter table if exists "payout_line" add constraint "payout_line_state_check" check("state" in ('planned', 'in_transit', 'paid', 'failed', 'canceled'));`);

    this.addSql(`alter table if exists "payout_transfer" add constraint "payout_transfer_state_check" check("state" in ('queued', 'sending', 'refused', 'taken', 'stuck', 'paid', 'failed', 'withdrawn'));`);
  }

}
