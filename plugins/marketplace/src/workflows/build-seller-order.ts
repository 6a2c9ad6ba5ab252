import type { CreateOrderDTO } from "@medusajs/framework/types"
import type { BuyerContact } from "../buyer/rules/buyer-contact"
import type { PartLine, PartShipping, RoundedDiscount, SellerPart } from "../modules/order-group/rules/split-cart"
import type { CartItem, CartShippingMethod, CheckoutCart } from "../queries/checkout-cart"

/** The scalars Medusa's own completion copies from a cart line to an order line. */
const COPIED = [
  ...["title", "subtitle", "thumbnail", "product_id", "product_title", "product_description", "product_subtitle"],
  ...["product_type", "product_type_id", "product_collection", "product_handle", "variant_id", "variant_sku"],
  ...["variant_barcode", "variant_title", "variant_option_values", "is_discountable", "is_giftcard", "requires_shipping"],
  ...["compare_at_unit_price", "is_tax_inclusive"],
] as const

type TaxLines = NonNullable<CartItem["tax_lines"]>
type Adjustments = NonNullable<CartItem["adjustments"]>

/**
 * One seller's part of a cart as a Medusa order. Nothing is recalculated: prices, taxes and discounts are
 * what the buyer saw, with the discounts in whole đồng.
 */
export function buildSellerOrder(cart: CheckoutCart, buyer: BuyerContact, part: SellerPart, orderGroupId: string): CreateOrderDTO {
  const items = new Map(cart.items.map((item) => [item.id, item]))
  const methods = new Map(cart.shipping_methods.map((method) => [method.id, method]))
  const address = addressWithoutId(cart.shipping_address)
  const order = {
    region_id: cart.region_id,
    customer_id: cart.customer_id ?? undefined,
    sales_channel_id: cart.sales_channel_id,
    status: "pending",
    email: cart.email ?? undefined,
    currency_code: cart.currency_code,
    locale: cart.locale ?? undefined,
    shipping_address: address,
    // The operator reads there in Medusa Admin whom to call about the order; the parcel may be for somebody else.
    billing_address: address && { ...address, first_name: buyer.name ?? address.first_name, phone: buyer.phone },
    no_notification: false,
    items: part.lines.map((line) => orderLine(items.get(line.id)!, line)),
    shipping_methods: part.shipping.map((method) => orderShipping(methods.get(method.id)!, method)),
    metadata: { order_group_id: orderGroupId, seller_id: part.sellerId },
  }
  // Medusa's type knows neither tax lines with data nor raw addresses, its service takes both.
  return order as unknown as CreateOrderDTO
}

function orderLine(item: CartItem, line: PartLine): Record<string, unknown> {
  return {
    ...Object.fromEntries(COPIED.map((field) => [field, item[field]])),
    quantity: line.quantity,
    unit_price: line.unitPriceVnd,
    metadata: { ...(item.metadata as object | null), cart_line_id: item.id },
    tax_lines: taxLines(item.tax_lines ?? []),
    adjustments: adjustments(item.adjustments ?? [], line.discounts, true),
  }
}

function orderShipping(method: CartShippingMethod, priced: PartShipping): Record<string, unknown> {
  return {
    name: method.name,
    description: method.description,
    amount: priced.amountVnd,
    is_tax_inclusive: method.is_tax_inclusive,
    shipping_option_id: method.shipping_option_id,
    data: method.data,
    metadata: method.metadata,
    tax_lines: taxLines(method.tax_lines ?? []),
    adjustments: adjustments(method.adjustments ?? [], priced.discounts, false),
  }
}

function taxLines(lines: TaxLines): Record<string, unknown>[] {
  return lines.map((line) => ({
    description: line.description,
    tax_rate_id: line.tax_rate_id,
    code: line.code,
    rate: line.rate,
    provider_id: line.provider_id,
    metadata: line.metadata ?? null,
    data: line.data ?? null,
  }))
}

function adjustments(all: Adjustments, rounded: RoundedDiscount[], flagsTax: boolean): Record<string, unknown>[] {
  const amounts = new Map(rounded.map((discount) => [discount.id, discount.storedAmount]))
  return all.map((adjustment) => ({
    code: adjustment.code,
    amount: amounts.get(adjustment.id) ?? 0,
    description: adjustment.description,
    promotion_id: adjustment.promotion_id,
    provider_id: adjustment.provider_id,
    ...(flagsTax && { is_tax_inclusive: true }),
  }))
}

function addressWithoutId(address: CheckoutCart["shipping_address"]): Record<string, unknown> | undefined {
  if (!address) return undefined
  const { id: _id, created_at: _created, updated_at: _updated, deleted_at: _deleted, ...rest } = address
  return rest
}
