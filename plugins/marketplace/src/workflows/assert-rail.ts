import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkoutErrors } from "../modules/order-group/errors"
import type { Rail } from "../modules/order-group/operations/rows"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { sumParts, type SellerPart } from "../modules/order-group/rules/split-cart"
import type { CartSeller, CheckoutCart } from "../queries/checkout-cart"
import { whyNoCod } from "../queries/cod-rules"
import { MAX_PAYMENT_VND, PAYMENT_PROVIDER } from "./cashless"

/** Refuses, in words, to place a cart on a rail it can't be paid by. */
export async function assertRail(container: MedusaContainer, cart: CheckoutCart, parts: SellerPart[], sellers: CartSeller[], rail: Rail): Promise<void> {
  assertAmounts(parts, rail)
  if (rail === "vietqr") assertBankAccounts(sellers)
  if (rail === "cod") await assertCod(container, cart, parts, sellers)
  else await assertRailOpen(container, cart.region_id, rail)
}

function assertAmounts(parts: SellerPart[], rail: Rail): void {
  const amounts = rail !== "vnpay" ? parts.map((part) => part.totalVnd) : [sumParts(parts).totalVnd]
  if (parts.some((part) => part.totalVnd <= 0) || amounts.some((amount) => amount > MAX_PAYMENT_VND[rail])) throw checkoutErrors.amountNotPayable()
}

function assertBankAccounts(sellers: CartSeller[]): void {
  const without = sellers.find((seller) => !seller.bank_bin || !seller.bank_name || !seller.bank_account_number || !seller.bank_account_name)
  if (without) throw checkoutErrors.sellerCannotReceive(without)
}

async function assertCod(container: MedusaContainer, cart: CheckoutCart, parts: SellerPart[], sellers: CartSeller[]): Promise<void> {
  const names = new Map(sellers.map((seller) => [seller.id, seller.name]))
  const refusal = await whyNoCod(container, {
    provinceCode: readDeliveryAddress(cart.shipping_address)?.province_code ?? "",
    sellers: parts.map((part) => ({ id: part.sellerId, name: names.get(part.sellerId) ?? "", amountVnd: part.totalVnd })),
  })
  if (refusal) throw checkoutErrors.codRefused(refusal)
}

async function assertRailOpen(container: MedusaContainer, regionId: string, rail: Rail): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["payment_providers.id", "payment_providers.is_enabled"], filters: { id: regionId } })
  const providers = (data[0]?.payment_providers ?? []) as ({ id: string; is_enabled: boolean } | null)[]
  if (!providers.some((provider) => provider?.id === PAYMENT_PROVIDER[rail] && provider.is_enabled)) throw checkoutErrors.railNotOpen()
}
