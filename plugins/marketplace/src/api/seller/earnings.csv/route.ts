import { csvLine } from "@cho-phien/ocop"
import { sendEarnings } from "../send-earnings"

/** GET /seller/earnings.csv?from=&to=: one line per order, UTF-8 with its mark. */
export const GET = sendEarnings("csv", "text/csv; charset=utf-8", ([orders]) => `\uFEFF${[orders.header, ...orders.rows].map(csvLine).join("")}`)
