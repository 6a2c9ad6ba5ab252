import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Held by the database, whatever program writes: nobody approves their own batch, nothing is paid out of a batch nobody
 * approved, amount and account of a line are what was approved, and the record of acts is only ever added to.
 */
export class Migration20261122110100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table payout_batch add constraint payout_batch_four_eyes check (approved_by is null or approved_by <> created_by);`)
    this.addSql(`alter table payout_batch add constraint payout_batch_approved check (state in ('draft', 'canceled') or approved_by is not null);`)
    this.addSql(`alter table payout_line add constraint payout_line_amounts check (amount_vnd > 0 and amount_vnd = trunc(amount_vnd) and netted_vnd >= 0);`)
    this.addSql(`
      create or replace function payout_line_frozen() returns trigger language plpgsql as $$
      begin
        if (new.batch_id, new.seller_id, new.reference, new.amount_vnd, new.netted_vnd, new.bank_bin, new.account_number, new.account_name)
          is distinct from (old.batch_id, old.seller_id, old.reference, old.amount_vnd, old.netted_vnd, old.bank_bin, old.account_number, old.account_name)
        then raise exception 'payout_line_frozen: % is what was approved', old.id using errcode = '23514'; end if;
        if old.state in ('paid', 'failed', 'canceled') and new.state <> old.state
        then raise exception 'payout_line_over: % is %', old.id, old.state using errcode = '23514'; end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger payout_line_frozen before update on payout_line for each row execute function payout_line_frozen();`)
    this.addSql(`
      create or replace function payout_act_append_only() returns trigger language plpgsql as $$
      begin raise exception 'payout_act_append_only: % is refused', tg_op using errcode = '23514'; end $$;`)
    this.addSql(`create or replace trigger payout_act_append_only before update or delete on payout_act for each row execute function payout_act_append_only();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists payout_line_frozen on payout_line;`)
    this.addSql(`drop trigger if exists payout_act_append_only on payout_act;`)
    this.addSql(`drop function if exists payout_line_frozen();`)
    this.addSql(`drop function if exists payout_act_append_only();`)
    this.addSql(`alter table payout_batch drop constraint if exists payout_batch_four_eyes, drop constraint if exists payout_batch_approved;`)
    this.addSql(`alter table payout_line drop constraint if exists payout_line_amounts;`)
  }
}
