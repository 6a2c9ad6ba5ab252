import type { CalculatedShippingOptionPrice, CreateFulfillmentResult, FulfillmentOption } from "@medusajs/framework/types"
import { AbstractFulfillmentProviderService } from "@medusajs/framework/utils"

/** Put into the pricing context by `workflows/hooks/quote-shipping`: đồng per stock location, absent where a shop can't send. */
export type QuotedFees = { shipping_fees?: Record<string, number> }

type PriceContext = QuotedFees & { from_location?: { id?: string } }

/**
 * Lets Medusa's carts carry the fees of the shops' own tariffs: whenever Medusa prices a shipping method (a line, an
 * address, a promotion changed) it asks here, and the answer is the quote that preview and placement are made from.
 * The parcels themselves are carried by whoever the shop hands them to, so nothing is sent anywhere.
 */
export default class SellerTariffFulfillmentService extends AbstractFulfillmentProviderService {
  static override identifier = "seller-tariff"

  override async getFulfillmentOptions(): Promise<FulfillmentOption[]> {
    return [{ id: "seller-tariff" }]
  }

  override async canCalculate(): Promise<boolean> {
    return true
  }

  override async calculatePrice(_option: unknown, _data: unknown, context: unknown): Promise<CalculatedShippingOptionPrice> {
    const { shipping_fees, from_location } = context as PriceContext
    const fee = shipping_fees?.[from_location?.id ?? ""]
    // Without an amount Medusa takes the method out of the cart: nobody is promised a parcel that can't be sent.
    return { calculated_amount: fee, is_calculated_price_tax_inclusive: true } as CalculatedShippingOptionPrice
  }

  override async validateOption(): Promise<boolean> {
    return true
  }

  override async validateFulfillmentData(_option: Record<string, unknown>, data: Record<string, unknown>): Promise<Record<string, unknown>> {
    return data
  }

  override async createFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }

  override async createReturnFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }

  override async cancelFulfillment(): Promise<Record<string, unknown>> {
    return {}
  }
}
