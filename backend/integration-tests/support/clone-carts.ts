import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import pg from "pg"

/** Tables that make up a cart, with what in each row names the cart or one of its parts. */
const TABLES: [table: string, parents: string[], where: string][] = [
  ["cart_address", [], "t.id in (select shipping_address_id from cart where id = $1 union select billing_address_id from cart where id = $1)"],
  ["cart", ["shipping_address_id", "billing_address_id"], "t.id = $1"],
  ["cart_line_item", ["cart_id"], "t.cart_id = $1"],
  ["cart_line_item_tax_line", ["item_id"], "t.item_id in (select id from cart_line_item where cart_id = $1)"],
  ["cart_line_item_adjustment", ["item_id"], "t.item_id in (select id from cart_line_item where cart_id = $1)"],
  ["cart_shipping_method", ["cart_id"], "t.cart_id = $1"],
  ["cart_shipping_method_tax_line", ["shipping_method_id"], "t.shipping_method_id in (select id from cart_shipping_method where cart_id = $1)"],
  ["cart_shipping_method_adjustment", ["shipping_method_id"], "t.shipping_method_id in (select id from cart_shipping_method where cart_id = $1)"],
]

/**
 * Copies of a cart that is ready to be placed, each with an id of its own, straight in the house's database: a hundred
 * buyers are then there in a moment, where a hundred baskets filled over HTTP take minutes.
 */
export async function cloneCart(cartId: string, count: number): Promise<string[]> {
  const client = await houseDatabase()
  try {
    for (const [table, parents, where] of TABLES) {
      const renamed = ["id", ...parents].map((column) => `'${column}', t.${column} || '_' || n`).join(", ")
      await client.query(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${renamed}))).*
         from ${table} t cross join generate_series(1, $2::int) n where ${where} and t.deleted_at is null`,
        [cartId, count],
      )
    }
  } finally {
    await client.end()
  }
  return Array.from({ length: count }, (_, index) => `${cartId}_${index + 1}`)
}

/** The embedded database of the house under test, found where run.json lies. */
export async function houseDatabase(): Promise<pg.Client> {
  const dataDir = dirname(process.env.TEST_RUN_JSON ?? "")
  const port = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[3])
  const { POSTGRES_PASSWORD: password } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { POSTGRES_PASSWORD: string }
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "cho_phien" })
  await client.connect()
  return client
}
