import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122205701 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hand_transfer" add column if not exists "sent_from" text check ("sent_from" in ('house', 'payee')) null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hand_transfer" drop column if exists "sent_from";`);
  }

}
