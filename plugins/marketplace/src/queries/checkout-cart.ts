import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkoutErrors } from "../modules/order-group/errors"
import type { CartToSplit } from "../modules/order-group/rules/split-cart"

type Amount = number
type TaxLine = { description: string | null; tax_rate_id: string | null; code: string; rate: number; provider_id: string | null; metadata: Record<string, unknown> | null; data: Record<string, unknown> | null }
type Adjustment = { id: string; code: string | null; amount: Amount; description: string | null; promotion_id: string | null; provider_id: string | null; is_tax_inclusive?: boolean }

export type CartSeller = {
  id: string
  handle: string
  name: string
  status: string
  commune_code: string
  province_code: string
  bank_bin: string | null
  bank_name: string | null
  bank_account_number: string | null
  bank_account_name: string | null
  shipping_profile_id: string
  stock_location_id: string | null
}

export type InventoryRow = {
  inventory_item_id: string
  required_quantity: number
  inventory: { location_levels: { location_id: string; stocked_quantity: number; reserved_quantity: number }[] }
}

export type CartItem = Record<string, unknown> & {
  id: string
  title: string
  product_title: string | null
  quantity: number
  unit_price: Amount
  is_tax_inclusive: boolean
  requires_shipping: boolean
  variant_id: string
  tax_lines: TaxLine[] | null
  adjustments: Adjustment[] | null
  variant: {
    id: string
    manage_inventory: boolean
    allow_backorder: boolean
    inventory_items: InventoryRow[] | null
    product: {
      id: string
      handle: string
      title: string
      status: string
      shipping_profile: { id: string } | null
      seller: CartSeller | null
      listing: { media_ids: string[]; net_weight_grams: number | null; net_volume_ml: number | null; perishable: boolean } | null
    } | null
  } | null
}

export type CartShippingMethod = {
  id: string
  name: string
  description: string | null
  amount: Amount
  is_tax_inclusive: boolean
  shipping_option_id: string
  data: Record<string, unknown> | null
  metadata: Record<string, unknown> | null
  tax_lines: TaxLine[] | null
  adjustments: Adjustment[] | null
  shipping_option: { shipping_profile_id: string } | null
}

export type CartAddress = Record<string, unknown> & {
  first_name: string | null
  phone: string | null
  address_1: string | null
  metadata: Record<string, unknown> | null
}

export type CheckoutCart = {
  id: string
  currency_code: string
  email: string | null
  region_id: string
  sales_channel_id: string
  customer_id: string | null
  locale: string | null
  metadata: Record<string, unknown> | null
  completed_at: string | Date | null
  items: CartItem[]
  shipping_methods: CartShippingMethod[]
  shipping_address: CartAddress | null
  credit_lines: unknown[]
  promotions: { id: string; code: string }[]
}

const LISTING_FIELDS = ["media_ids", "net_weight_grams", "net_volume_ml", "perishable"].map((field) => `listing.${field}`)

const FIELDS = [
  ...["id", "currency_code", "email", "region_id", "sales_channel_id", "customer_id", "locale", "metadata", "completed_at"],
  ...["items.*", "items.tax_lines.*", "items.adjustments.*"],
  ...["shipping_methods.*", "shipping_methods.tax_lines.*", "shipping_methods.adjustments.*"],
  ...["shipping_methods.shipping_option.shipping_profile_id", "shipping_address.*", "credit_lines.id"],
  ...["promotions.id", "promotions.code"],
  ...["items.variant.id", "items.variant.manage_inventory", "items.variant.allow_backorder"],
  ...["items.variant.inventory_items.inventory_item_id", "items.variant.inventory_items.required_quantity"],
  ...["location_id", "stocked_quantity", "reserved_quantity"].map((f) => `items.variant.inventory_items.inventory.location_levels.${f}`),
  ...["id", "handle", "title", "status", "shipping_profile.id", "seller.*", ...LISTING_FIELDS].map((f) => `items.variant.product.${f}`),
]

/** The cart with everything the checkout decides on: sellers, stock, discounts, address. 404 when there is none. */
export async function fetchCheckoutCart(container: MedusaContainer, cartId: string): Promise<CheckoutCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: FIELDS, filters: { id: cartId } })
  const cart = data[0] as CheckoutCart | undefined
  if (!cart) throw checkoutErrors.cartNotFound()
  cart.items ??= []
  cart.shipping_methods ??= []
  cart.items.sort((a, b) => String(a.created_at).localeCompare(String(b.created_at)) || a.id.localeCompare(b.id))
  return cart
}

export function sellerOfItem(item: CartItem): CartSeller | null {
  return item.variant?.product?.seller ?? null
}

/** The sellers of a cart in the order in which they first appear. */
export function sellersOfCart(cart: CheckoutCart): CartSeller[] {
  const sellers = new Map<string, CartSeller>()
  for (const item of cart.items) {
    const seller = sellerOfItem(item)
    if (seller && !sellers.has(seller.id)) sellers.set(seller.id, seller)
  }
  return [...sellers.values()]
}

/** The values `splitCart` works on. A shipping method belongs to the seller whose shipping profile it has. */
export function toSplittable(cart: CheckoutCart): CartToSplit {
  const sellerOfProfile = new Map(sellersOfCart(cart).map((seller) => [seller.shipping_profile_id, seller.id]))
  return {
    lines: cart.items.map((item) => ({
      id: item.id,
      sellerId: sellerOfItem(item)?.id ?? null,
      quantity: Number(item.quantity),
      unitPrice: Number(item.unit_price),
      isTaxInclusive: item.is_tax_inclusive,
      taxRatePercent: rateOf(item.tax_lines),
      discounts: discountsOf(item.adjustments),
    })),
    shipping: cart.shipping_methods.map((method) => ({
      id: method.id,
      sellerId: sellerOfProfile.get(method.shipping_option?.shipping_profile_id ?? "") ?? null,
      amount: Number(method.amount),
      isTaxInclusive: method.is_tax_inclusive,
      taxRatePercent: rateOf(method.tax_lines),
      discounts: discountsOf(method.adjustments),
    })),
  }
}

function rateOf(taxLines: TaxLine[] | null): number {
  return (taxLines ?? []).reduce((sum, line) => sum + Number(line.rate), 0)
}

function discountsOf(adjustments: Adjustment[] | null) {
  return (adjustments ?? []).map((a) => ({ id: a.id, promotionId: a.promotion_id ?? a.code ?? a.id, amount: Number(a.amount), isTaxInclusive: a.is_tax_inclusive ?? false }))
}
