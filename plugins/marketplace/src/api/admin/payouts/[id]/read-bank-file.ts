import type { MedusaRequest } from "@medusajs/framework/http"
import { PAYOUT_MODULE } from "../../../../modules/payout"
import { payoutErrors } from "../../../../modules/payout/errors"
import { bankFile, type BankFile } from "../../../../modules/payout/rules/bank-file"
import type PayoutModuleService from "../../../../modules/payout/service"
import { fetchPayoutBatch, transferLines } from "../../../../queries/payout-batches"
import { actingUserId } from "../../../actor"
import { refuseHeldLines } from "./refuse-held-lines"

/**
 * A batch's transfers in a bank's columns. Who takes it home, and when, is in the batch's record before it is handed out.
 * @throws payout.held_since 409 before it is sent, when lines of it may not go out any more
 */
export async function readBankFile(req: MedusaRequest, id: string, { layout, format }: { layout: string; format: "csv" | "xlsx" }): Promise<BankFile> {
  const batch = await fetchPayoutBatch(req.scope, id)
  const lines = transferLines(batch)
  if (batch.state === "approved") await refuseHeldLines(req.scope, id)
  const file = bankFile(layout, lines)
  if (!file) throw payoutErrors.unknownLayout()
  await req.scope.resolve<PayoutModuleService>(PAYOUT_MODULE).noteDownload(id, { by: actingUserId(req), file: `${layout}.${format}`, references: lines.map(({ reference }) => reference) })
  return file
}
