import { writeXlsx } from "@cho-phien/ocop"
import { sendEarnings } from "../send-earnings"

/** GET /seller/earnings.xlsx?from=&to=: orders and payouts as two sheets. */
export const GET = sendEarnings("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXlsx)
