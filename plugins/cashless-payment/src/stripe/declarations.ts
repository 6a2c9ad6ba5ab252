import type Stripe15 from "stripe"
import type Stripe23 from "stripe-23"
import type { toStripeAccount } from "./account"
import type { toStripeCharge } from "./charge"
import type { toStripeCustomer } from "./customer"
import type { toStripeEvent } from "./event"
import type { toStripePaymentIntent } from "./payment-intent"
import type { toStripeRefund } from "./refund"
import type { toStripeWebhookEndpoint } from "./webhook-endpoint"

/** Does not compile when `Ours` is no `Theirs`. */
type Is<Theirs, Ours extends Theirs> = Ours

/** What every `data` of an event is declared as differs by type; it is the snapshot, checked as what it is. */
type EventOf<E> = Omit<E, "data" | "type">

/**
 * Every object we answer is what the SDK declares, in its oldest and its newest major version that is tested
 * (backend/integration-tests/stripe-sdk.http.spec.ts). Newer versions only added fields, but for those named here.
 */
export type OfStripe15 = [
  Is<Stripe15.PaymentIntent, ReturnType<typeof toStripePaymentIntent>>,
  Is<Stripe15.Charge, ReturnType<typeof toStripeCharge>>,
  Is<Stripe15.Customer, ReturnType<typeof toStripeCustomer>>,
  Is<Stripe15.Account, ReturnType<typeof toStripeAccount>>,
  Is<Stripe15.Refund, ReturnType<typeof toStripeRefund>>,
  Is<Stripe15.WebhookEndpoint, ReturnType<typeof toStripeWebhookEndpoint>>,
  Is<EventOf<Stripe15.Event>, ReturnType<typeof toStripeEvent>>,
]
export type OfStripe23 = [
  Is<Stripe23.PaymentIntent, ReturnType<typeof toStripePaymentIntent>>,
  Is<Stripe23.Charge, ReturnType<typeof toStripeCharge>>,
  Is<Stripe23.Customer, ReturnType<typeof toStripeCustomer>>,
  Is<Stripe23.Account, ReturnType<typeof toStripeAccount>>,
  Is<Stripe23.Refund, ReturnType<typeof toStripeRefund>>,
  Is<Stripe23.WebhookEndpoint, ReturnType<typeof toStripeWebhookEndpoint>>,
  Is<EventOf<Stripe23.Event>, ReturnType<typeof toStripeEvent>>,
]
