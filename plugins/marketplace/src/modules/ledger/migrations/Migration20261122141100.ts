import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { HOLD_RULES } from "../rules/hold-rules"

/**
 * Held by the database, whatever program writes: nobody books a correction they proposed themselves, none is in the books
 * without a second person, and what was proposed is what was decided on. A fee that a caller of /v1 named is a fact of
 * its payment and no correction, though booked under the same kind (workflows/post-api-fee).
 */
export class Migration20261122141100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table ledger_adjustment add constraint ledger_adjustment_four_eyes check (state <> 'posted' or (decided_by is not null and decided_by <> proposed_by and journal_id is not null));`)
    this.addSql(`
      create or replace function ledger_adjustment_frozen() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'ledger_adjustment_frozen: % stays', old.id using errcode = '23514'; end if;
        if (new.reference, new.reason, new.entries, new.proposed_by) is distinct from (old.reference, old.reason, old.entries, old.proposed_by) or old.state <> 'proposed'
        then raise exception 'ledger_adjustment_frozen: % is %', old.id, old.state using errcode = '23514'; end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger ledger_adjustment_frozen before update or delete on ledger_adjustment for each row execute function ledger_adjustment_frozen();`)
    this.addSql(`
      create or replace function ledger_adjustment_decided() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from ledger_adjustment where journal_id = new.id and state = 'posted' and decided_by = new.posted_by)
        then raise exception 'ledger_adjustment_decided: journal % has no second person', new.id using errcode = '23514'; end if;
        return null;
      end $$;`)
    this.addSql(`drop trigger if exists ledger_adjustment_decided on ledger_journal;`)
    this.addSql(`create constraint trigger ledger_adjustment_decided after insert on ledger_journal deferrable initially deferred for each row when (new.kind = 'adjustment' and new.key not like 'api_fee:%') execute function ledger_adjustment_decided();`)
    for (const { id, countsFrom, validFrom, note } of HOLD_RULES) {
      this.addSql(`insert into hold_rule (id, counts_from, valid_from, note) values ('${id}', '${countsFrom}', '${validFrom}', '${note}') on conflict (id) do nothing;`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists ledger_adjustment_decided on ledger_journal;`)
    this.addSql(`drop trigger if exists ledger_adjustment_frozen on ledger_adjustment;`)
    this.addSql(`drop function if exists ledger_adjustment_decided();`)
    this.addSql(`drop function if exists ledger_adjustment_frozen();`)
    this.addSql(`alter table ledger_adjustment drop constraint if exists ledger_adjustment_four_eyes;`)
  }
}
