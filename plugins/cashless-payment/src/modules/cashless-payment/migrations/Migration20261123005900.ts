import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** When VNPay is asked is written when an attempt begins; the few from before that was so must not wait for ever. */
export class Migration20261123005900 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`update "payment_attempt" set "next_query_at" = "created_at" where "next_query_at" is null and "status" in ('open', 'pending', 'suspected') and "deleted_at" is null;`);
  }

  override async down(): Promise<void> {
  }

}
