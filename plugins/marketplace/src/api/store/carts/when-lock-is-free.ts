import { checkoutErrors } from "../../../modules/order-group/errors"

/** Runs a cart workflow; a lock that did not come free in time is "in progress", not a fault of the server. */
export async function whenLockIsFree<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const message = typeof error === "object" && error !== null && "message" in error ? String(error.message) : ""
    if (/acquir\w+ lock/i.test(message)) throw checkoutErrors.inProgress()
    throw error
  }
}
