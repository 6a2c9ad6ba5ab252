import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TRIGGER = (when: string) =>
  `create constraint trigger ledger_adjustment_decided after insert on ledger_journal deferrable initially deferred for each row when (${when}) execute function ledger_adjustment_decided();`

/**
 * A fee that a caller of /v1 named has a kind of its own now (`api_fee`), so no name lets a correction past its second
 * person. Fees booked before stay what they are: the books take nothing back.
 */
export class Migration20261122172800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop trigger if exists ledger_adjustment_decided on ledger_journal;`)
    this.addSql(TRIGGER("new.kind = 'adjustment'"))
    this.addSql(`alter table ledger_journal add constraint ledger_journal_api_fee check (kind <> 'api_fee' or key like 'api_fee:%');`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table ledger_journal drop constraint if exists ledger_journal_api_fee;`)
    this.addSql(`drop trigger if exists ledger_adjustment_decided on ledger_journal;`)
    this.addSql(TRIGGER("new.kind = 'adjustment' and new.key not like 'api_fee:%'"))
  }
}
