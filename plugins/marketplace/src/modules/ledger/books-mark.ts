import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The number is that of the rules the books are swept by. Rules that find more begin anew under a number of their own: a
 * worker of the release before, which still runs while this one's migrations do, moves the mark of its own rules.
 */
const NAME = "books:3"

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

/** Back to where a look found something that is missing; a mark that lies before stays. */
export async function moveMarkBack(db: Knex, wholeUntil: Date): Promise<void> {
  await db("books_mark").where({ name: NAME }).whereNull("deleted_at").where("whole_until", ">", wholeUntil).update({ whole_until: wholeUntil, updated_at: db.fn.now() })
}
