import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122140255 extends Migration {

  override async up(): Promise<void> {
    // Renamed, not made anew: what lies in them plainly is sealed at the next start (operations/reseal-secrets.ts), with a
    // key that no migration has.
    this.addSql(`alter table if exists "webhook_endpoint" rename column "secret" to "secret_sealed";`);
    this.addSql(`alter table if exists "webhook_endpoint" rename column "previous_secret" to "previous_sealed";`);
    this.addSql(`alter table if exists "webhook_endpoint" alter column "secret_sealed" drop not null;`);
    this.addSql(`update "webhook_endpoint" set "secret_sealed" = null, "previous_sealed" = null where id = 'we_of_the_settings' or deleted_at is not null;`);
  }

  override async down(): Promise<void> {
    // What was sealed can't be unsealed here: its endpoints are given a new secret by rotating it.
    this.addSql(`update "webhook_endpoint" set "secret_sealed" = '' where "secret_sealed" is null;`);
    this.addSql(`alter table if exists "webhook_endpoint" alter column "secret_sealed" set not null;`);
    this.addSql(`alter table if exists "webhook_endpoint" rename column "secret_sealed" to "secret";`);
    this.addSql(`alter table if exists "webhook_endpoint" rename column "previous_sealed" to "previous_secret";`);
  }

}
