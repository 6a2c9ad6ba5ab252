/** Vietnam has had one offset, UTC+7, without summer time since 1975, so arithmetic is exact and needs no zone data. */
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

/** `yyyyMMddHHmmss` in GMT+7, whatever zone the server runs in (vnp_CreateDate, vnp_ExpireDate, vnp_PayDate). */
export function toVnpayDate(instant: Date): string {
  return wallClock(instant).replace(/[-:T]/g, "")
}

/** The instant of a VNPay date, or null when it is not a real date. */
export function fromVnpayDate(text: string): Date | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  return instantOf(`${year}-${month}-${day}T${hour}:${minute}:${second}`)
}

/** `YYYY-MM-DD HH:mm:ss` in Vietnam time, as SePay and payOS write dates. */
export function toBankDate(instant: Date): string {
  return wallClock(instant).replace("T", " ")
}

export function fromBankDate(text: string): Date | null {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? instantOf(text.replace(" ", "T")) : null
}

/** The day in Vietnam, `YYYY-MM-DD`. */
export function vietnamDay(instant: Date): string {
  return wallClock(instant).slice(0, 10)
}

function wallClock(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)
}

function instantOf(wall: string): Date | null {
  const asUtc = new Date(`${wall}Z`)
  // JavaScript turns 30 February into 1 March; a date that does not survive the round trip is not a date.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 19) !== wall) return null
  return new Date(asUtc.getTime() - VIETNAM_OFFSET_MS)
}
