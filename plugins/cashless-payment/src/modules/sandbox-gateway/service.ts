import type { DAL } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { SandboxIpn } from "./models/sandbox-ipn"
import { SandboxPayment } from "./models/sandbox-payment"
import { SandboxPayosPayout } from "./models/sandbox-payos-payout"
import { SandboxPayosPlan } from "./models/sandbox-payos-plan"
import { SandboxRefund } from "./models/sandbox-refund"

type Row = Record<string, unknown>
type SqlManager = { execute(query: string, params?: unknown[]): Promise<Row[]> }
export type DueIpn = { id: string; url: string; query: string; calls: number }

const BATCH = 20
/** Longer than one call may take. */
const LEASE_MS = 15_000

/** The memory of the simulated VNPay and of payOS's simulated payouts. Only the sandbox writes to it; without the sandbox its tables stay empty. */
export class SandboxGatewayService extends MedusaService({ SandboxPayment, SandboxRefund, SandboxIpn, SandboxPayosPayout, SandboxPayosPlan }) {
  private readonly repository: DAL.RepositoryService

  constructor(cradle: { baseRepository: DAL.RepositoryService }) {
    super(...arguments)
    this.repository = cradle.baseRepository
  }

  /** Takes the notices that are due, so that no other process calls them now. */
  async claimDueIpns(now: Date): Promise<DueIpn[]> {
    return this.repository.transaction(async (manager: SqlManager) => {
      const due = await manager.execute(
        `select id, url, query, calls from sandbox_vnpay_ipn where next_call_at <= ? and deleted_at is null
         order by next_call_at limit ${BATCH} for update skip locked`,
        [now],
      )
      const lease = new Date(now.getTime() + LEASE_MS)
      for (const { id } of due) await manager.execute("update sandbox_vnpay_ipn set next_call_at = ? where id = ?", [lease, id])
      return due.map(({ id, url, query, calls }) => ({ id: String(id), url: String(url), query: String(query), calls: Number(calls) }))
    })
  }
}
