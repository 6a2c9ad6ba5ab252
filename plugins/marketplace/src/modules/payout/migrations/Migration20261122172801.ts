import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const lineFrozen = (mayLeavePaid: string) => `
      create or replace function payout_line_frozen() returns trigger language plpgsql as $$
      begin
        if (new.batch_id, new.seller_id, new.reference, new.amount_vnd, new.netted_vnd, new.bank_bin, new.account_number, new.account_name)
          is distinct from (old.batch_id, old.seller_id, old.reference, old.amount_vnd, old.netted_vnd, old.bank_bin, old.account_number, old.account_name)
        then raise exception 'payout_line_frozen: % is what was approved', old.id using errcode = '23514'; end if;
        if old.state in ('paid', 'failed', 'canceled', 'reversed') and new.state <> old.state${mayLeavePaid}
        then raise exception 'payout_line_over: % is %', old.id, old.state using errcode = '23514'; end if;
        return new;
      end $$;`
const transferOnward = (mayLeavePaid: string) => `
      create or replace function payout_transfer_onward() returns trigger language plpgsql as $$
      begin
        if old.state in ('paid', 'failed', 'withdrawn', 'reversed') and new.state <> old.state${mayLeavePaid}
        then raise exception 'payout_transfer_over: % is %', old.id, old.state using errcode = '23514'; end if;
        if new.state = 'queued' and old.state <> 'queued'
        then raise exception 'payout_transfer_sent: % may be at the provider', old.id using errcode = '23514'; end if;
        if new.line_id <> old.line_id or new.first_sent_at is null and old.first_sent_at is not null
        then raise exception 'payout_transfer_frozen: %', old.id using errcode = '23514'; end if;
        return new;
      end $$;`
const REVERSED = " and not (old.state = 'paid' and new.state = 'reversed')"

/** What was paid can come back, and nothing else of its end changes. What was paid lately is watched from now on as well. */
export class Migration20261122172801 extends Migration {
  override async up(): Promise<void> {
    this.addSql(lineFrozen(REVERSED))
    this.addSql(transferOnward(REVERSED))
    this.addSql(`update payout_transfer set next_turn_at = now() where state = 'paid' and next_turn_at is null and updated_at > now() - interval '7 days';`)
  }

  override async down(): Promise<void> {
    this.addSql(lineFrozen(""))
    this.addSql(transferOnward(""))
  }
}
