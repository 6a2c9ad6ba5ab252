import { crc16 } from "./crc16"

/**
 * A transfer as a VietQR carries it (NAPAS IBFT on EMVCo QR). Without an amount the code is static.
 * `service` is QRIBFTTA for an account number and QRIBFTTC for a card number.
 */
export type VietqrTransfer = {
  bin: string
  accountNumber: string
  amountVnd?: number
  memo?: string
  service?: "QRIBFTTA" | "QRIBFTTC"
}

export type VietqrDecoding = { ok: true; transfer: VietqrTransfer } | { ok: false; reason: "malformed" | "wrong_checksum" | "not_vietqr" }

const NAPAS_GUID = "A000000727"
/** EMVCo lets a purpose be 25 characters; several banks cut what is longer. */
export const MAX_MEMO_LENGTH = 25

/** Order of fields as all generators write it: 00 01 38 53 54 58 62 63. Everything is ASCII, so length counts once. */
export function encodeVietqr(transfer: VietqrTransfer): string {
  assertEncodable(transfer)
  const { bin, accountNumber, amountVnd, memo, service = "QRIBFTTA" } = transfer
  const beneficiary = field("00", bin) + field("01", accountNumber)
  const merchant = field("00", NAPAS_GUID) + field("01", beneficiary) + field("02", service)
  const body =
    field("00", "01") +
    field("01", amountVnd === undefined && memo === undefined ? "11" : "12") +
    field("38", merchant) +
    field("53", "704") +
    (amountVnd === undefined ? "" : field("54", String(amountVnd))) +
    field("58", "VN") +
    (memo === undefined ? "" : field("62", field("08", memo))) +
    "6304"
  return body + crc16(body)
}

/** Reads a VietQR payload and checks its checksum (some banks print it in lower case). */
export function decodeVietqr(payload: string): VietqrDecoding {
  const text = payload.trim()
  const fields = readFields(text)
  const crc = fields?.get("63")
  if (!fields || !crc || !text.endsWith(crc)) return { ok: false, reason: "malformed" }
  if (crc.toUpperCase() !== crc16(text.slice(0, -4))) return { ok: false, reason: "wrong_checksum" }

  const merchant = readFields(fields.get("38") ?? "")
  const beneficiary = readFields(merchant?.get("01") ?? "")
  const bin = beneficiary?.get("00")
  const accountNumber = beneficiary?.get("01")
  if (merchant?.get("00") !== NAPAS_GUID || !bin || !accountNumber) return { ok: false, reason: "not_vietqr" }

  const transfer: VietqrTransfer = { bin, accountNumber }
  const amount = fields.get("54")
  if (amount !== undefined) {
    // Some generators write "15000.00"; đồng has no fraction, so only zeros may follow.
    if (!/^\d{1,13}(\.0+)?$/.test(amount)) return { ok: false, reason: "malformed" }
    transfer.amountVnd = Number(amount)
  }
  const memo = readFields(fields.get("62") ?? "")?.get("08")
  if (memo !== undefined) transfer.memo = memo
  transfer.service = merchant.get("02") === "QRIBFTTC" ? "QRIBFTTC" : "QRIBFTTA"
  return { ok: true, transfer }
}

function assertEncodable({ bin, accountNumber, amountVnd, memo }: VietqrTransfer): void {
  if (!/^\d{6}$/.test(bin)) throw new RangeError("a bank's BIN has six digits")
  if (!/^[A-Za-z0-9]{1,19}$/.test(accountNumber)) throw new RangeError("an account number has 1 to 19 letters or digits")
  if (amountVnd !== undefined && (!Number.isSafeInteger(amountVnd) || amountVnd <= 0 || amountVnd >= 1e13)) {
    throw new RangeError("an amount is a positive whole number of đồng with at most 13 digits")
  }
  if (memo !== undefined && (!/^[A-Za-z0-9 -]+$/.test(memo) || memo.length > MAX_MEMO_LENGTH)) {
    throw new RangeError(`a memo has 1 to ${MAX_MEMO_LENGTH} characters of A-Z a-z 0-9, space and hyphen`)
  }
}

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, "0") + value
}

function readFields(text: string): Map<string, string> | null {
  const fields = new Map<string, string>()
  let position = 0
  while (position < text.length) {
    const head = /^(\d{2})(\d{2})/.exec(text.slice(position, position + 4))
    if (!head) return null
    const [, id = "", length = ""] = head
    const value = text.slice(position + 4, position + 4 + Number(length))
    if (value.length !== Number(length) || fields.has(id)) return null
    fields.set(id, value)
    position += 4 + value.length
  }
  return fields
}
