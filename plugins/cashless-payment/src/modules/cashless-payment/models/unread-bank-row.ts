import { model } from "@medusajs/framework/utils"

/** A row of an aggregator's list that could not be read: perhaps money that nobody counts, until a person has looked it up. */
export const UnreadBankRow = model
  .define("unread_bank_row", {
    id: model.id({ prefix: "ubr" }).primaryKey(),
    provider: model.enum(["sepay", "payos", "casso"]),
    /** Whose list it stands in: `house`, or the id of a payee's connection. */
    channel: model.text(),
    /** What makes it the same row each time the list is read (aggregators/unread-row). */
    row_key: model.text(),
    /** As it came, for a version that can read it. */
    raw: model.text(),
    /** What in it could not be read. */
    fields: model.array(),
    resolved_at: model.dateTime().nullable(),
    resolved_by: model.text().nullable(),
    resolution_note: model.text().nullable(),
  })
  .indexes([
    { on: ["provider", "channel", "row_key"], unique: true },
    { on: ["created_at"], where: "resolved_at IS NULL" },
  ])
