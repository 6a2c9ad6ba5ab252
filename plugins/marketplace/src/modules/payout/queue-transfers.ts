import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Every booked line of a batch that goes by a provider gets its transfer, once. */
export async function queueTransfers(tx: Knex.Transaction, batchId: string): Promise<void> {
  const lines = (await tx("payout_line").where({ batch_id: batchId, state: "in_transit" }).orderBy("id").select("id")) as { id: string }[]
  for (const { id } of lines) {
    await tx("payout_transfer")
      .insert({ id: `pot_${randomBytes(12).toString("hex")}`, line_id: id, batch_id: batchId, provider: "payos", state: "queued", next_turn_at: tx.fn.now() })
      .onConflict(tx.raw("(line_id) where deleted_at is null"))
      .ignore()
  }
}
