import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123003109 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'file_downloaded', 'sent', 'line_sent', 'line_paid', 'line_failed', 'line_dropped', 'line_reversed'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payout_act" drop constraint if exists "payout_act_act_check";`);

    this.addSql(`alter table if exists "payout_act" add constraint "payout_act_act_check" check("act" in ('created', 'approved', 'canceled', 'sent', 'line_sent', 'line_paid', 'line_failed', 'line_dropped', 'line_reversed'));`);
  }

}
