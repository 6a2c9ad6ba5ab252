import type { MedusaContainer } from "@medusajs/framework/types"
import { payoutErrors } from "../../../../modules/payout/errors"
import { bankFile, type BankFile } from "../../../../modules/payout/rules/bank-file"
import { fetchPayoutBatch, transferLines } from "../../../../queries/payout-batches"

/** A batch's transfers in a bank's columns. */
export async function readBankFile(container: MedusaContainer, id: string, layout: string): Promise<BankFile> {
  const file = bankFile(layout, transferLines(await fetchPayoutBatch(container, id)))
  if (!file) throw payoutErrors.unknownLayout()
  return file
}
