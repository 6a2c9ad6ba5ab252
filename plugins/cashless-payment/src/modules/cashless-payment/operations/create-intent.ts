import { randomBytes, randomInt } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { intentEventTypes } from "../rules/event-types"
import type { IntentStatus } from "../rules/intent-state"
import { newMemoCode } from "../rules/memo-code"
import { encodeVietqr } from "../rules/vietqr"
import { toIntentView, type PaymentIntentView, type Rail } from "./payment-intent-view"
import { insertRow, moneyColumns, textOrNull, vnd, type Row, type Sql } from "./sql"
import { takeOverMoney } from "./replaced-intent"
import { tellIntent } from "./tell"

export type Payee = { bin: string; accountNumber: string; accountName: string; bankName: string }

export type CreateIntentInput = {
  amountVnd: number
  rail: Rail
  /** Whose account the VietQR names; VNPay pays the operator's terminal. */
  payee?: Payee
  description: string
  metadata: Record<string, string>
  expiresAt: Date
  /** The same key with the same amount, rail and payee gives the same intent; with others it is refused. */
  idempotencyKey: string
  /** The canceled intent this one asks anew for: money that comes, or came since, with its code counts here. */
  replaces?: string
  /** Only if what came too late for `replaces` pays it at once; otherwise nothing is made: money_not_there. */
  onlyWithItsMoney?: boolean
}

/** VNPay's vnp_Amount has 12 digits of hundredths in its table; a transfer through NAPAS 247 is at most 499,999,999. */
export const MAX_AMOUNT_VND: Record<Rail, number> = { vnpay: 9_999_999_999, vietqr: 499_999_999 }

export async function createIntent(sql: Sql, input: CreateIntentInput): Promise<PaymentIntentView> {
  validate(input)
  // A memo code can collide (one in 29⁸) as little as an idempotency key can repeat; both end in a conflict.
  for (let tries = 0; tries < 5; tries += 1) {
    const created = await insertIntent(sql, newRow(input))
    if (created) {
      const intent = input.replaces ? await takeOverMoney(sql, input.replaces, created) : created
      if (input.onlyWithItsMoney && intent.status !== "succeeded") throw new PaymentError("money_not_there")
      return toIntentView(intent)
    }
    const [existing] = await sql("select * from payment_intent where idempotency_key = ? and deleted_at is null", [input.idempotencyKey])
    if (existing) return toIntentView(sameRequest(existing, input))
  }
  throw new Error("no free memo code found in five tries")
}

/** Writes one new intent, whoever wants it, and tells of it; null when a unique key of it is taken. */
export async function insertIntent(sql: Sql, row: Row): Promise<Row | null> {
  const created = await insertRow(sql, "payment_intent", row, "on conflict do nothing")
  if (created) await tellIntent(sql, intentEventTypes("created", null, created.status as IntentStatus), created, new Date())
  return created
}

/** What every new intent has, whoever wants it. */
export function newIntentColumns(amountVnd: number): Row {
  const id = generateEntityId(undefined, "pi")
  return {
    id,
    ...moneyColumns("amount_vnd", amountVnd),
    ...moneyColumns("amount_received_vnd", 0),
    // 192 bits of a CSPRNG, where 128 are asked for (OWASP ASVS 11.5.1).
    client_secret: `${id}_secret_${randomBytes(24).toString("hex")}`,
  }
}

export function randomMemoCode(): string {
  return newMemoCode((limit) => randomInt(limit))
}

function newRow({ amountVnd, rail, payee, description, metadata, expiresAt, idempotencyKey }: CreateIntentInput): Row {
  const common = {
    ...newIntentColumns(amountVnd),
    rail,
    // A QR can be paid as soon as it is seen; VNPay first needs an attempt.
    status: rail === "vietqr" ? "requires_action" : "requires_payment_method",
    description,
    metadata: JSON.stringify(metadata),
    expires_at: expiresAt,
    idempotency_key: idempotencyKey,
  }
  if (rail === "vnpay" || !payee) return common
  return {
    ...common,
    memo_code: randomMemoCode(),
    payee_bin: payee.bin,
    payee_bank_name: payee.bankName,
    payee_account_number: payee.accountNumber,
    payee_account_name: payee.accountName,
  }
}

function validate({ amountVnd, rail, payee, expiresAt, idempotencyKey }: CreateIntentInput): void {
  if (!Number.isSafeInteger(amountVnd) || amountVnd <= 0 || amountVnd > MAX_AMOUNT_VND[rail]) throw new PaymentError("invalid_amount")
  if (!(expiresAt instanceof Date) || Number.isNaN(expiresAt.getTime())) throw new PaymentError("invalid_expiry")
  if (!idempotencyKey || idempotencyKey.length > 255) throw new PaymentError("invalid_data")
  if (rail !== "vietqr") return
  if (!payee?.accountName || !payee.bankName) throw new PaymentError("invalid_payee")
  try {
    encodeVietqr({ bin: payee.bin, accountNumber: payee.accountNumber })
  } catch {
    throw new PaymentError("invalid_payee")
  }
}

function sameRequest(existing: Row, { amountVnd, rail, payee }: CreateIntentInput): Row {
  const same =
    existing.rail === rail &&
    vnd(existing, "amount_vnd") === amountVnd &&
    (rail === "vnpay" ||
      (textOrNull(existing, "payee_account_number") === payee?.accountNumber && textOrNull(existing, "payee_bin") === payee?.bin))
  if (!same) throw new PaymentError("idempotency_mismatch")
  return existing
}
