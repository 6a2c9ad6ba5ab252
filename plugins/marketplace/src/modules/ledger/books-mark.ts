import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const NAME = "books"

/** Null: nobody has looked yet. */
export async function readMark(db: Knex): Promise<Date | null> {
  const row = await db("books_mark").where({ name: NAME }).whereNull("deleted_at").first<{ whole_until: Date } | undefined>("whole_until")
  return row ? new Date(row.whole_until) : null
}

/** Moves on only: of two sweeps at once the later start wins. */
export async function moveMark(db: Knex, wholeUntil: Date): Promise<void> {
  await db.raw(
    `insert into books_mark (id, name, whole_until) values (?, ?, ?)
     on conflict (name) where deleted_at is null do update set whole_until = greatest(books_mark.whole_until, excluded.whole_until), updated_at = now()`,
    [`bmk_${randomBytes(12).toString("hex")}`, NAME, wholeUntil],
  )
}
