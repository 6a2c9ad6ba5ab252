import { model } from "@medusajs/framework/utils"
import { STATEMENT_OUTCOMES } from "../rules/match-statement"

/** One outgoing line of a bank statement, once, with what it was found to be. What is not `matched` is to be worked off. */
const StatementLine = model
  .define("payout_statement_line", {
    id: model.id({ prefix: "psl" }).primaryKey(),
    fingerprint: model.text().unique(),
    booked_on: model.text(),
    amount_vnd: model.bigNumber(),
    memo: model.text(),
    bank_reference: model.text(),
    outcome: model.enum([...STATEMENT_OUTCOMES]),
    payout_line_id: model.text().nullable(),
    imported_by: model.text(),
    resolved_by: model.text().nullable(),
    resolution: model.text().nullable(),
  })
  .indexes([{ on: ["outcome", "created_at"] }])

export default StatementLine
