import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { BANK_NAMES } from "../rules/banks"

/** Money told of before its bank was kept: the bank is the payee's connection's, or the one whose name stands there; else it stays unknown. */
export class Migration20261122212200 extends Migration {
  override async up(): Promise<void> {
    const names = [...BANK_NAMES].map(([name, bin]) => `('${name}', '${bin}')`).join(", ")
    this.addSql(`update bank_transaction t set bank_bin = w.bank_bin from payee_webhook w where w.id = t.channel and t.bank_bin is null;`)
    this.addSql(`update bank_transaction t set bank_bin = known.bin from (values ${names}) as known (name, bin)
      where t.bank_bin is null and t.state in ('unmatched', 'resolved') and lower(regexp_replace(t.bank_name, '[^A-Za-z0-9]', '', 'g')) = known.name;`)
  }

  override async down(): Promise<void> {
    // The column goes with the migration before.
  }
}
