import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import { PaymentError, type PaymentErrorReason } from "../../../modules/cashless-payment/errors"
import type { Actor } from "../../../modules/cashless-payment/operations/write-audit"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { errorBody } from "../../reader-language"

export type Desk = { payments: CashlessPaymentModuleService; actor: Actor }

/** The operator who does it, with the name as it is now: it goes into the book beside what was done. */
export async function actingOperator(req: AuthenticatedMedusaRequest): Promise<Actor> {
  const id = req.auth_context.actor_id
  const [user] = await req.scope.resolve(Modules.USER).listUsers({ id }, { take: 1 })
  return { id, name: [user?.first_name, user?.last_name].filter(Boolean).join(" ") || user?.email || null }
}

/** Reads a body, does something at the desk, and answers; what is refused is answered in the reader's language. */
export async function atDesk<T extends z.ZodType>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { body, wrong }: { body: T; wrong: Record<string, PaymentErrorReason> },
  work: (input: z.output<T>, desk: Desk) => Promise<object>,
): Promise<void> {
  const input = body.safeParse(req.body ?? {})
  if (!input.success) {
    const fields = Object.fromEntries(input.error.issues.map(({ path }) => [path.join("."), errorBody(req, new PaymentError(wrong[String(path[0])] ?? "invalid_data")).message]))
    res.status(400).json({ ...errorBody(req, new PaymentError("invalid_data")), fields })
    return
  }
  try {
    const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
    res.json(await work(input.data, { payments, actor: await actingOperator(req) }))
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error
    res.status(STATUS[error.type] ?? 400).json(errorBody(req, error))
  }
}

const STATUS: Record<string, number> = { not_found: 404, conflict: 409, not_allowed: 409 }
