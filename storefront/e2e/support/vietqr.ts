/**
 * Reads a VietQR payload as a bank app would, written apart from the encoder it checks
 * (EMVCo merchant-presented QR; NAPAS puts the account into template 38).
 */
export interface VietQr {
  bin: string
  account: string
  service: string
  amountVnd: number
  currency: string
  memo: string
  dynamic: boolean
}

/** @throws Error when the CRC or the structure is wrong */
export function readVietQr(payload: string): VietQr {
  const body = payload.slice(0, -4)
  if (!body.endsWith("6304")) throw new Error("the CRC field does not stand at the end")
  const expected = crc16(body).toString(16).toUpperCase().padStart(4, "0")
  if (payload.slice(-4).toUpperCase() !== expected) throw new Error(`CRC ${payload.slice(-4)}, expected ${expected}`)

  const fields = tlv(body.slice(0, -4))
  const merchant = tlv(required(fields, "38"))
  if (required(merchant, "00") !== "A000000727") throw new Error("not NAPAS")
  const beneficiary = tlv(required(merchant, "01"))
  return {
    bin: required(beneficiary, "00"),
    account: required(beneficiary, "01"),
    service: required(merchant, "02"),
    amountVnd: Number(required(fields, "54")),
    currency: required(fields, "53"),
    memo: required(tlv(required(fields, "62")), "08"),
    dynamic: required(fields, "01") === "12",
  }
}

function tlv(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4))
    if (!Number.isInteger(length) || at + 4 + length > text.length) throw new Error(`broken field at ${at}`)
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

function required(fields: Map<string, string>, id: string): string {
  const value = fields.get(id)
  if (value === undefined) throw new Error(`field ${id} is missing`)
  return value
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, no reflection. */
function crc16(text: string): number {
  let crc = 0xffff
  for (const byte of Buffer.from(text, "utf8")) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}
