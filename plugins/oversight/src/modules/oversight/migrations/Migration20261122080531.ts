import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122080531 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "official" drop constraint if exists "official_role_check";`);

    this.addSql(`alter table if exists "official" add constraint "official_role_check" check("role" in ('commune', 'province', 'ministry', 'consultant', 'council'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "official" drop constraint if exists "official_role_check";`);

    this.addSql(`alter table if exists "official" add constraint "official_role_check" check("role" in ('commune', 'province', 'ministry'));`);
  }

}
