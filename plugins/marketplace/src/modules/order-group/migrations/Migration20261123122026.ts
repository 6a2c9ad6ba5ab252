import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261123122026 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_order_act_unfinished" ON "order_act" ("act", "created_at") WHERE done_at is null and deleted_at is null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_order_act_unfinished";`);
  }

}
