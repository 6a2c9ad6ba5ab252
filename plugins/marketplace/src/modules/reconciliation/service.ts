import { randomBytes } from "node:crypto"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { differenceNotFound } from "./errors"
import ReconciliationDay from "./models/reconciliation-day"
import ReconciliationDifference from "./models/reconciliation-difference"
import type { Difference, RailTotals } from "./rules/compare-day"

const money = (name: string, vnd: number) => ({ [name]: vnd, [`raw_${name}`]: JSON.stringify({ value: String(vnd), precision: 20 }) })
const counts = (row: { gatewayVnd: number; ordersVnd: number; booksVnd: number }) => ({ ...money("gateway_vnd", row.gatewayVnd), ...money("orders_vnd", row.ordersVnd), ...money("books_vnd", row.booksVnd) })
const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`

/** The daily reports and what in them has to be worked off. */
export default class ReconciliationModuleService extends MedusaService({ ReconciliationDay, ReconciliationDifference }) {
  private readonly db: Knex

  constructor(container: Record<string, unknown>) {
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.db = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  /**
   * Keeps a day's report. Run again it counts anew: differences that healed are `gone`, those a person resolved stay so,
   * and one that comes back after it was gone is open again. Two runs of a day wait for each other.
   */
  async keepReport(day: string, { totals, differences }: { totals: RailTotals[]; differences: Difference[] }): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`reconciliation:${day}`])
      await tx("reconciliation_day").where({ day }).delete()
      if (totals.length > 0) await tx("reconciliation_day").insert(totals.map((total) => ({ id: newId("recd"), day, rail: total.rail, payments: total.payments, ...counts(total), ...money("given_back_vnd", total.givenBackVnd), ran_at: tx.fn.now() })))
      const known = (await tx("reconciliation_difference").where({ day }).select("id", "kind", "subject", "state")) as { id: string; kind: string; subject: string; state: string }[]
      const byKey = new Map(known.map((row) => [`${row.kind}/${row.subject}`, row]))
      for (const difference of differences) {
        const key = `${difference.kind}/${difference.subject}`
        const row = byKey.get(key)
        byKey.delete(key)
        if (row?.state === "resolved") continue
        const facts = { rail: difference.rail, order_id: difference.orderId, ...counts(difference), state: "open", updated_at: tx.fn.now() }
        if (row) await tx("reconciliation_difference").where({ id: row.id }).update(facts)
        else await tx("reconciliation_difference").insert({ id: newId("diff"), day, kind: difference.kind, subject: difference.subject, ...facts })
      }
      const gone = [...byKey.values()].filter(({ state }) => state === "open").map(({ id }) => id)
      if (gone.length > 0) await tx("reconciliation_difference").whereIn("id", gone).update({ state: "gone", updated_at: tx.fn.now() })
    })
  }

  /** @throws reconciliation.difference_not_found 404 when it is not open (any more) */
  async resolveDifference(id: string, by: string, resolution: string): Promise<void> {
    const changed = await this.db("reconciliation_difference").where({ id, state: "open" }).update({ state: "resolved", resolved_by: by, resolution, updated_at: this.db.fn.now() })
    if (changed === 0) throw differenceNotFound()
  }
}
