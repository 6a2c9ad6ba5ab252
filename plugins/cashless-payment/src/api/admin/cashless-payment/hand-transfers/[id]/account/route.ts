import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { atDesk } from "../../../acting-operator"

const Account = z
  .object({
    bin: z.string().regex(/^\d{6}$/),
    bank_name: z.string().trim().max(100),
    account_number: z.string().trim().regex(/^[A-Za-z0-9]{1,19}$/),
    account_name: z.string().trim().max(100),
  })
  .strict()

/** Notes where the money is to go, once the buyer has said. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await atDesk(req, res, { body: Account, wrong: { bin: "invalid_payee", account_number: "invalid_payee" } }, async (input, { payments, actor }) => {
    await payments.bank.setTransferAccount(id, { bin: input.bin, bankName: input.bank_name, accountNumber: input.account_number, accountName: input.account_name }, actor)
    return { id }
  })
}
