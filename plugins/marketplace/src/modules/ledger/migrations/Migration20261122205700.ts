import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const FROZEN = (columns: string[]) => `
  create or replace function ledger_adjustment_frozen() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then raise exception 'ledger_adjustment_frozen: % stays', old.id using errcode = '23514'; end if;
    if (${columns.map((column) => `new.${column}`).join(", ")}) is distinct from (${columns.map((column) => `old.${column}`).join(", ")}) or old.state <> 'proposed'
    then raise exception 'ledger_adjustment_frozen: % is %', old.id, old.state using errcode = '23514'; end if;
    return new;
  end $$;`

const COLUMNS = ["reference", "reason", "entries", "proposed_by"]

/** What a proposal takes back is what was decided on, as the rest of it (Migration20261122141100). */
export class Migration20261122205700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(FROZEN([...COLUMNS, "reverses"]))
  }

  override async down(): Promise<void> {
    this.addSql(FROZEN(COLUMNS))
  }
}
