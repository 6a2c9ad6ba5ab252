import type { AccountRegistration } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"
import { cashlessPayment } from "./cashless"

const BATCH = 500

type Shop = Awaited<ReturnType<SellerModuleService["listSellers"]>>[number]

/**
 * Makes shops known to callers of /v1 as accounts (`acct_…`) that can be paid, and keeps them as the shops are: a shop
 * that is suspended or has no bank account stays known and can't be paid. All of them, or those named. Any number of
 * runs end in the same. Returns how many accounts changed.
 */
export async function registerSellerAccounts(container: MedusaContainer, sellerIds?: string[]): Promise<number> {
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  let changed = 0
  for (let skip = 0; ; skip += BATCH) {
    const shops = await sellers.listSellers(sellerIds ? { id: sellerIds } : {}, { skip, take: BATCH, order: { id: "ASC" } })
    changed += await cashlessPayment(container).registerAccounts(shops.map(toAccount))
    if (shops.length < BATCH) return changed
  }
}

function toAccount({ id, handle, name, status, bank_bin: bin, bank_name, bank_account_number: accountNumber, bank_account_name: accountName }: Shop): AccountRegistration {
  const canBePaid = status === "active" && bin && accountNumber && accountName
  return {
    reference: id,
    name,
    email: null,
    payee: canBePaid ? { bin, bankName: bank_name ?? bin, accountNumber, accountName } : null,
    metadata: { seller_id: id, handle },
  }
}
