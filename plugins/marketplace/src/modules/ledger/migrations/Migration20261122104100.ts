import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { TAX_RULES_2026 } from "../rules/tax-rules-2026"

/**
 * What makes the books books, in the database itself: a journal's entries sum to 0 and are as many as it says when the
 * transaction ends, and nothing that was written is ever changed, deleted or emptied. The indexes are whole ones,
 * because rows are never soft-deleted and our own statements do not ask for it.
 */
export class Migration20261122104100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function ledger_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'ledger_append_only: % of % is refused', tg_op, tg_table_name using errcode = '23514';
      end $$;`)
    for (const table of ["ledger_journal", "ledger_entry"]) {
      this.addSql(`create or replace trigger ${table}_append_only before update or delete on ${table} for each row execute function ledger_refuse_change();`)
      this.addSql(`create or replace trigger ${table}_never_emptied before truncate on ${table} for each statement execute function ledger_refuse_change();`)
    }
    this.addSql(`
      create or replace function ledger_check_journal() returns trigger language plpgsql as $$
      declare checked text; total numeric; counted integer; declared integer;
      begin
        checked := case when tg_table_name = 'ledger_journal' then to_jsonb(new)->>'id' else to_jsonb(new)->>'journal_id' end;
        select coalesce(sum(amount_vnd), 0), count(*) into total, counted from ledger_entry where journal_id = checked;
        select entry_count into declared from ledger_journal where id = checked;
        if total <> 0 then raise exception 'ledger_unbalanced: journal % sums to %', checked, total using errcode = '23514'; end if;
        if counted <> declared then raise exception 'ledger_entry_count: journal % has % entries of %', checked, counted, declared using errcode = '23514'; end if;
        return null;
      end $$;`)
    for (const table of ["ledger_journal", "ledger_entry"]) {
      this.addSql(`drop trigger if exists ${table}_balanced on ${table};`)
      this.addSql(`create constraint trigger ${table}_balanced after insert on ${table} deferrable initially deferred for each row execute function ledger_check_journal();`)
    }
    this.addSql(`alter table ledger_entry add constraint ledger_entry_whole_amount check (amount_vnd <> 0 and amount_vnd = trunc(amount_vnd) and abs(amount_vnd) < 1e15);`)
    this.addSql(`alter table ledger_entry add constraint ledger_entry_seller_account check ((seller_id is not null) = (account in ('seller_payable', 'seller_receivable')));`)
    this.addSql(`create unique index if not exists ledger_journal_key on ledger_journal (key);`)
    this.addSql(`create index if not exists ledger_journal_seller_payment on ledger_journal (seller_payment_id, kind);`)
    this.addSql(`create index if not exists ledger_journal_kind_time on ledger_journal (kind, occurred_at);`)
    this.addSql(`create index if not exists ledger_journal_order on ledger_journal (order_id);`)
    this.addSql(`create index if not exists ledger_entry_journal on ledger_entry (journal_id);`)
    this.addSql(`create index if not exists ledger_entry_seller on ledger_entry (seller_id, account) where seller_id is not null;`)
    for (const rule of TAX_RULES_2026) {
      this.addSql(
        `insert into tax_rule (id, seller_kinds, rails, activity, vat_bps, pit_bps, mode, base, legal_basis, certainty, note, valid_from, valid_to, created_by)
         values ('${rule.id}', '${JSON.stringify(rule.sellerKinds)}', '${JSON.stringify(rule.rails)}', '${rule.activity}', ${rule.vatBps}, ${rule.pitBps}, '${rule.mode}', '${rule.base}', '${rule.legalBasis}', 'uncertain', '${rule.note}', '${rule.validFrom}', null, 'cho-phien')
         on conflict (id) do nothing;`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of ["ledger_journal", "ledger_entry"]) {
      for (const trigger of ["append_only", "never_emptied", "balanced"]) this.addSql(`drop trigger if exists ${table}_${trigger} on ${table};`)
    }
    this.addSql(`drop function if exists ledger_refuse_change();`)
    this.addSql(`drop function if exists ledger_check_journal();`)
  }
}
