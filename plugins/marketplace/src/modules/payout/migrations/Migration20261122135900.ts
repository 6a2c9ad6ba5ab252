import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The way the money goes out is approved with the batch: changed after, a file at the bank and orders at payOS would pay
 * twice. What a transfer came to stands, and one that was sent is never queued again.
 */
export class Migration20261122135900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function payout_batch_frozen() returns trigger language plpgsql as $$
      begin
        if (new.way, new.created_by, new.sold_until) is distinct from (old.way, old.created_by, old.sold_until)
        then raise exception 'payout_batch_frozen: % is what was made', old.id using errcode = '23514'; end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger payout_batch_frozen before update on payout_batch for each row execute function payout_batch_frozen();`)
    this.addSql(`
      create or replace function payout_transfer_onward() returns trigger language plpgsql as $$
      begin
        if old.state in ('paid', 'failed', 'withdrawn') and new.state <> old.state
        then raise exception 'payout_transfer_over: % is %', old.id, old.state using errcode = '23514'; end if;
        if new.state = 'queued' and old.state <> 'queued'
        then raise exception 'payout_transfer_sent: % may be at the provider', old.id using errcode = '23514'; end if;
        if new.line_id <> old.line_id or new.first_sent_at is null and old.first_sent_at is not null
        then raise exception 'payout_transfer_frozen: %', old.id using errcode = '23514'; end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger payout_transfer_onward before update on payout_transfer for each row execute function payout_transfer_onward();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists payout_batch_frozen on payout_batch;`)
    this.addSql(`drop trigger if exists payout_transfer_onward on payout_transfer;`)
    this.addSql(`drop function if exists payout_batch_frozen();`)
    this.addSql(`drop function if exists payout_transfer_onward();`)
  }
}
