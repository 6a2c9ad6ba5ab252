import type { MedusaContainer } from "@medusajs/framework/types"
import { payoutErrors } from "../../../../modules/payout/errors"
import { bankFile, type BankFile } from "../../../../modules/payout/rules/bank-file"
import { fetchPayoutBatch, transferLines } from "../../../../queries/payout-batches"
import { refuseHeldLines } from "./refuse-held-lines"

/** A batch's transfers in a bank's columns. @throws payout.held_since 409 before it is sent, when lines of it may not go out any more */
export async function readBankFile(container: MedusaContainer, id: string, layout: string): Promise<BankFile> {
  const batch = await fetchPayoutBatch(container, id)
  const lines = transferLines(batch)
  if (batch.state === "approved") await refuseHeldLines(container, id)
  const file = bankFile(layout, lines)
  if (!file) throw payoutErrors.unknownLayout()
  return file
}
