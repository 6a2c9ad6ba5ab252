import { validated } from "@cho-phien/administrative-units"
import { LEDGER_MODULE } from "../../../../modules/ledger"
import type LedgerModuleService from "../../../../modules/ledger/service"
import { sellerNames } from "../../../../queries/seller-names"
import { AccountsQuery } from "../validators"

/** GET /admin/ledger/accounts?seller_id=&day= → {accounts, sellers}: balances of all accounts (debit − credit), and what each seller is owed and owes. */
export const GET = validated({ query: AccountsQuery }, async (req, res, { query }) => {
  const ledger = req.scope.resolve<LedgerModuleService>(LEDGER_MODULE)
  const accounts = await ledger.accountBalances({ sellerId: query.seller_id, day: query.day })
  const balances = await ledger.sellerBalances({ heldFrom: new Date(), sellerId: query.seller_id })
  const names = await sellerNames(req.scope, balances.map(({ seller_id }) => seller_id))
  const sellers = balances.map(({ seller_id, payable_vnd, receivable_vnd }) => ({ seller_id, name: names.get(seller_id) ?? seller_id, payable_vnd, receivable_vnd }))
  res.json({ accounts, sellers })
})
