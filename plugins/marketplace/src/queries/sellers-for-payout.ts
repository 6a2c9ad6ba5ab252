import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../modules/payout"
import type { BankAccount, SellerForPayout } from "../modules/payout/rules/plan-payouts"
import type PayoutModuleService from "../modules/payout/service"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

type SellerRow = { bank_bin: string | null; bank_name: string | null; bank_account_number: string | null; bank_account_name: string | null }

/** Sellers with the account they name today, the one somebody verified last, and whether a payout of theirs is open. */
export async function fetchSellersForPayout(container: MedusaContainer, ids: string[]): Promise<Map<string, SellerForPayout>> {
  if (ids.length === 0) return new Map()
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const rows = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: ids }, { take: ids.length })
  const accounts = await payouts.listPayoutAccounts({ seller_id: ids }, { order: { created_at: "ASC", id: "ASC" }, take: 10_000 })
  const open = await payouts.listPayoutLines({ seller_id: ids, state: ["planned", "in_transit"] }, { select: ["seller_id"], take: ids.length })
  const verified = new Map(
    accounts.map((row) => [row.seller_id, { bankBin: row.bank_bin, bankName: row.bank_name, accountNumber: row.account_number, accountName: row.account_name, usableFrom: new Date(row.usable_from) }]),
  )
  const withOpenLine = new Set(open.map(({ seller_id }) => seller_id))
  return new Map(rows.map((row) => [row.id, { id: row.id, current: currentAccount(row), verified: verified.get(row.id) ?? null, hasOpenLine: withOpenLine.has(row.id) }]))
}

export function currentAccount({ bank_bin, bank_name, bank_account_number, bank_account_name }: SellerRow): BankAccount | null {
  if (!bank_bin || !bank_account_number || !bank_account_name) return null
  return { bankBin: bank_bin, bankName: bank_name ?? bank_bin, accountNumber: bank_account_number, accountName: bank_account_name }
}
