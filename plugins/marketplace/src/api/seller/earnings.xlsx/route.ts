import { writeXlsx } from "@cho-phien/ocop"
import { sendEarnings } from "../send-earnings"

/** GET /seller/earnings.xlsx?from=&to=: orders, payouts and what else was booked, a sheet each. */
export const GET = sendEarnings("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXlsx)
