import { validated } from "@cho-phien/administrative-units"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { listMoneyBack } from "../../../../../queries/money-back"
import { sayMoneySent } from "../../../../../workflows/money-back"
import { actingSellerId } from "../../../../require-active-member"
import { actingPerson } from "../../../acting-person"

const Params = z.object({ id: z.string().regex(/^(re|htr)_\w{1,60}$/) })
const REFERENCE = { vi: "Ghi mã giao dịch trong ứng dụng ngân hàng, từ 4 đến 60 ký tự.", en: "Enter the reference from your banking app, 4 to 60 characters." }
const Sent = z
  .object({
    bank_reference: z.string().trim().refine((text) => text.length >= 4 && text.length <= 60, { params: REFERENCE }),
    account_version: z.number().int().min(0).max(1_000_000),
    to_earlier_account: z.boolean().default(false),
  })
  .strict()

/** POST /seller/money-back/:id/sent: the shop has sent the money; said again with the same reference it changes nothing. */
export const POST = validated({ params: Params, body: Sent }, async (req: AuthenticatedMedusaRequest, res, { params, body }) => {
  const sellerId = actingSellerId(req)
  const said = { bankReference: body.bank_reference, accountVersion: body.account_version, toEarlierAccount: body.to_earlier_account }
  await sayMoneySent(req.scope, sellerId, params.id, said, await actingPerson(req))
  res.json({ money_back: (await listMoneyBack(req.scope, sellerId)).find(({ id }) => id === params.id) ?? null })
})
