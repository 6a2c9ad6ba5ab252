import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122172434 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "sandbox_payos_plan" drop constraint if exists "sandbox_payos_plan_plan_check";`);

    this.addSql(`alter table if exists "sandbox_payos_plan" add constraint "sandbox_payos_plan_plan_check" check("plan" in ('pay', 'slow', 'reject', 'reverse', 'refuse', 'insufficient', 'hold', 'timeout', 'lost', 'busy'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "sandbox_payos_plan" drop constraint if exists "sandbox_payos_plan_plan_check";`);

    this.addSql(`alter table if exists "sandbox_payos_plan" add constraint "sandbox_payos_plan_plan_check" check("plan" in ('pay', 'slow', 'reject', 'refuse', 'insufficient', 'hold', 'timeout', 'lost', 'busy'));`);
  }

}
