import type Stripe from "stripe"
import { instant, text, textOrNull, type Row } from "../modules/cashless-payment/operations/sql"
import { seconds } from "./object"
import type { StripeOrigin } from "./payment-intent"

/** A customer in Stripe's shape. Money is neither owed to nor by a customer here, so there is no balance. */
export function toStripeCustomer(row: Row, { sandbox }: Pick<StripeOrigin, "sandbox">) {
  return {
    id: text(row, "id"),
    object: "customer",
    address: (row.address ?? null) as Stripe.Address | null,
    balance: 0,
    created: seconds(instant(row, "created_at").toISOString()) ?? 0,
    currency: null,
    default_source: null,
    delinquent: false,
    description: textOrNull(row, "description"),
    discount: null,
    email: textOrNull(row, "email"),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: !sandbox,
    metadata: { ...(row.metadata as Record<string, string>) },
    name: textOrNull(row, "name"),
    phone: textOrNull(row, "phone"),
    preferred_locales: [],
    shipping: (row.shipping ?? null) as Stripe.Customer.Shipping | null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer
}

export type StripeCustomer = ReturnType<typeof toStripeCustomer>

export function toDeletedCustomer(id: string) {
  return { id, object: "customer", deleted: true } satisfies Stripe.DeletedCustomer
}
