import type { MedusaContainer } from "@medusajs/framework/types"
import { readablePhone } from "../../modules/phone-login/rules/normalise-phone"
import { presentSellers, type SellerRow } from "../../queries/fetch-sellers"

type MemberRow = { id: string; name: string; phone: string; seller: OwnSellerRow }

type OwnSellerRow = SellerRow & {
  status: string
  phone: string
  bank_bin: string | null
  bank_name: string | null
  bank_account_number: string | null
  bank_account_name: string | null
  illustrative: boolean
}

/** A member and the shop, as the member itself sees them: with the account the money goes to. */
export async function presentMember(container: MedusaContainer, { id, name, phone, seller }: MemberRow) {
  const shown = (await presentSellers(container, [seller])).get(seller.id)
  const { status, bank_bin, bank_name, bank_account_number, bank_account_name, illustrative } = seller
  return {
    member: { id, name, phone, phone_readable: readablePhone(phone) },
    seller: {
      ...shown,
      status,
      illustrative,
      bank: bank_bin ? { bin: bank_bin, bank_name, account_number: bank_account_number, account_name: bank_account_name } : null,
    },
  }
}
