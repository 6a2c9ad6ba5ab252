import { text, type Reader } from "./params"
import { invalidRequest } from "./stripe-error"

/** Looks like an address; whether somebody reads it is found out by writing to it. */
export const email: Reader<string> = (value, param) => {
  const address = text(254)(value, param)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) throw invalidRequest(`Invalid email address: ${address.slice(0, 60)}`, { code: "email_invalid", param })
  return address
}
