import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122182400 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "order_act" drop constraint if exists "order_act_act_check";`);

    this.addSql(`alter table if exists "order_act" add column if not exists "tell_at" timestamptz null;`);
    this.addSql(`alter table if exists "order_act" add constraint "order_act_act_check" check("act" in ('cancel', 'cancel_items', 'change_rail', 'confirm', 'ship', 'collect_cash', 'refused_at_door', 'receive'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_act_tell_at" ON "order_act" ("tell_at") WHERE tell_at is not null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "order_act" drop constraint if exists "order_act_act_check";`);

    this.addSql(`drop index if exists "IDX_order_act_tell_at";`);
    this.addSql(`alter table if exists "order_act" drop column if exists "tell_at";`);

    this.addSql(`alter table if exists "order_act" add constraint "order_act_act_check" check("act" in ('cancel', 'cancel_items', 'change_rail', 'confirm', 'ship', 'collect_cash', 'refused_at_door'));`);
  }

}
