import { hash, required, text, unsettable } from "./params"

/** Stripe's Address, every part of which may be left out or unset. */
export const address = hash({
  city: unsettable(text()),
  country: unsettable(text(2)),
  line1: unsettable(text()),
  line2: unsettable(text()),
  postal_code: unsettable(text()),
  state: unsettable(text()),
})

/** Where something is sent: Stripe's Shipping of a customer. */
export const customerShipping = hash({ address: required(address), name: text(), phone: unsettable(text(40)) })

/** Where something is sent, and by whom: Stripe's Shipping of a payment intent. */
export const intentShipping = hash({ address: required(address), name: required(text()), phone: unsettable(text(40)), carrier: unsettable(text()), tracking_number: unsettable(text()) })
