import { AsyncLocalStorage } from "node:async_hooks"

export type ApiRequest = { id: string; idempotencyKey: string | null }

/** The call of the Stripe-shaped API in whose course we are, so that an event can name its cause. */
export const apiRequest = new AsyncLocalStorage<ApiRequest>()
