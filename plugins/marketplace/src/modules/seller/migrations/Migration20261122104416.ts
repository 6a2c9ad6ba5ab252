import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122104416 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "shipping_tariff" drop constraint if exists "shipping_tariff_owner_id_unique";`);
    this.addSql(`create table if not exists "shipping_tariff" ("id" text not null, "owner_id" text not null, "ships_within" text check ("ships_within" in ('commune', 'province', 'region', 'nationwide')) not null, "zones" jsonb not null, "free_from_vnd" integer null, "handling_days" integer not null, "fresh_within" text check ("fresh_within" in ('commune', 'province', 'region', 'nationwide')) not null, "max_parcel_grams" integer null, "transit_days" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "shipping_tariff_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_shipping_tariff_owner_id_unique" ON "shipping_tariff" ("owner_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_shipping_tariff_deleted_at" ON "shipping_tariff" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "listing" add column if not exists "perishable" boolean not null default false;`);

    // The house's tariff must exist before the first cart is priced. Figures to start from, for the operator to put right.
    const zones = '{"commune":{"base_vnd":15000,"per_kg_vnd":3000},"province":{"base_vnd":20000,"per_kg_vnd":4000},"region":{"base_vnd":28000,"per_kg_vnd":5000},"nationwide":{"base_vnd":35000,"per_kg_vnd":6000}}'
    const days = '{"commune":{"min":0,"max":1},"province":{"min":1,"max":2},"region":{"min":2,"max":4},"nationwide":{"min":3,"max":6}}'
    this.addSql(
      `insert into "shipping_tariff" ("id", "owner_id", "ships_within", "zones", "free_from_vnd", "handling_days", "fresh_within", "max_parcel_grams", "transit_days") values ('shtar_house', 'house', 'nationwide', '${zones}'::jsonb, null, 1, 'province', 30000, '${days}'::jsonb);`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "shipping_tariff" cascade;`);

    this.addSql(`alter table if exists "listing" drop column if exists "perishable";`);
  }

}
