import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** "Sent" that is taken back because no parcel could be made is an act of its own: the shop is told of it. */
export class Migration20261123160500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_act" drop constraint if exists "order_act_act_check";`);

    this.addSql(`alter table if exists "order_act" add constraint "order_act_act_check" check("act" in ('cancel', 'cancel_items', 'change_rail', 'confirm', 'ship', 'ship_undone', 'collect_cash', 'refused_at_door', 'receive', 'cash_held', 'cash_returned', 'cash_missing'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "order_act" drop constraint if exists "order_act_act_check";`);

    this.addSql(`delete from "order_act" where "act" = 'ship_undone';`);

    this.addSql(`alter table if exists "order_act" add constraint "order_act_act_check" check("act" in ('cancel', 'cancel_items', 'change_rail', 'confirm', 'ship', 'collect_cash', 'refused_at_door', 'receive', 'cash_held', 'cash_returned', 'cash_missing'));`);
  }

}
