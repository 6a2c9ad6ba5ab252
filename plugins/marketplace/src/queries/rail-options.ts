import type { Sentence } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkoutErrors } from "../modules/order-group/errors"
import type { Rail } from "../modules/order-group/operations/rows"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { MAX_PAYMENT_VND, PAYMENT_PROVIDER } from "../workflows/cashless"
import { fetchCheckoutCart, sellersOfCart, type CartSeller } from "./checkout-cart"
import { whyNoCod } from "./cod-rules"
import { payableParts } from "./preview-cart"

export const RAILS: readonly Rail[] = ["vietqr", "vnpay", "cod"]

export type RailOption = { rail: Rail; open: boolean; reason: Sentence | null }

type Bank = Pick<CartSeller, "bank_bin" | "bank_name" | "bank_account_number" | "bank_account_name">
export type RailAsk = { regionId: string; provinceCode: string | null; sellers: (Bank & { id: string; name: string; amountVnd: number })[] }

/** By which rails something may be paid, and in words why not by the others. */
export async function railOptions(container: MedusaContainer, ask: RailAsk): Promise<RailOption[]> {
  const open = await openProviders(container, ask.regionId)
  return Promise.all(
    RAILS.map(async (rail) => {
      const reason = await whyNot(container, rail, ask, open)
      return { rail, open: reason === null, reason }
    }),
  )
}

/** The rails for a cart as it stands. */
export async function railOptionsOfCart(container: MedusaContainer, cartId: string): Promise<RailOption[]> {
  const cart = await fetchCheckoutCart(container, cartId)
  const amounts = new Map(payableParts(cart).map((part) => [part.sellerId, part.totalVnd]))
  const sellers = sellersOfCart(cart).map((seller) => ({ ...seller, amountVnd: amounts.get(seller.id) ?? 0 }))
  return railOptions(container, { regionId: cart.region_id, provinceCode: readDeliveryAddress(cart.shipping_address)?.province_code ?? null, sellers })
}

async function whyNot(container: MedusaContainer, rail: Rail, { provinceCode, sellers }: RailAsk, open: Set<string>): Promise<Sentence | null> {
  if (rail === "cod") {
    if (sellers.some((seller) => seller.amountVnd > MAX_PAYMENT_VND.cod)) return checkoutErrors.amountNotPayable().sentence
    return provinceCode === null ? checkoutErrors.noDelivery().sentence : whyNoCod(container, { provinceCode, sellers })
  }
  if (!open.has(PAYMENT_PROVIDER[rail])) return checkoutErrors.railNotOpen().sentence
  const amounts = sellers.map((seller) => seller.amountVnd)
  const asked = rail === "vietqr" ? amounts : [amounts.reduce((sum, amount) => sum + amount, 0)]
  if (asked.some((amount) => amount <= 0 || amount > MAX_PAYMENT_VND[rail])) return checkoutErrors.amountNotPayable().sentence
  const without = rail === "vietqr" ? sellers.find((seller) => !seller.bank_bin || !seller.bank_name || !seller.bank_account_number || !seller.bank_account_name) : undefined
  return without ? checkoutErrors.sellerCannotReceive(without).sentence : null
}

async function openProviders(container: MedusaContainer, regionId: string): Promise<Set<string>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "region", fields: ["payment_providers.id", "payment_providers.is_enabled"], filters: { id: regionId } })
  const providers = (data[0]?.payment_providers ?? []) as ({ id: string; is_enabled: boolean } | null)[]
  return new Set(providers.flatMap((provider) => (provider?.is_enabled ? [provider.id] : [])))
}
