import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import LoginCode from "./models/login-code"
import { CODE_POLICY, decideSending, type SendingDecision } from "./rules/code-policy"

type NewCode = { phone: string; purpose: string; codeDigest: string; addressDigest: string | null }
export type Registered = { allowed: true; id: string } | Extract<SendingDecision, { allowed: false }>
type SentRow = { created_at: Date | string; consumed_at: Date | string | null }

export default class PhoneLoginModuleService extends MedusaService({ LoginCode }) {
  /**
   * Writes down a code about to be sent, unless too many were. One advisory lock per phone for the length of the
   * transaction: two requests at once, in any process, cannot both pass the limit.
   */
  @InjectTransactionManager()
  async registerCode(code: NewCode, @MedusaContext() context: Context<EntityManager> = {}): Promise<Registered> {
    const manager = context.transactionManager!
    const tx = manager.getTransactionContext()
    await manager.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`login_code:${code.phone}:${code.purpose}`], "run", tx)
    const sent: SentRow[] = await manager.execute(
      "select created_at, consumed_at from login_code where phone = ? and purpose = ? and deleted_at is null and created_at > now() - interval '1 hour'",
      [code.phone, code.purpose], "all", tx,
    )
    const [fromAddress] = await manager.execute<{ count: string }[]>(
      "select count(*) as count from login_code where address_digest = ? and consumed_at is null and deleted_at is null and created_at > now() - interval '1 hour'",
      [code.addressDigest ?? ""], "all", tx,
    )
    const now = new Date()
    const decision = decideSending(
      sent.map((row) => ({ createdAt: new Date(row.created_at), consumedAt: row.consumed_at ? new Date(row.consumed_at) : null })),
      Number(fromAddress?.count ?? 0),
      now,
    )
    if (!decision.allowed) return decision
    const created = await this.createLoginCodes(
      {
        phone: code.phone, purpose: code.purpose, code_digest: code.codeDigest, address_digest: code.addressDigest,
        expires_at: new Date(now.getTime() + CODE_POLICY.ttlSeconds * 1000),
      },
      context,
    )
    return { allowed: true, id: created.id }
  }

  /**
   * Takes one attempt at the newest code and returns its digest, or null when there is none left to try.
   * One statement, so that a hundred parallel guesses get five attempts, not a hundred.
   */
  @InjectManager()
  async takeAttempt(phone: string, purpose: string, @MedusaContext() context: Context<EntityManager> = {}): Promise<{ id: string; code_digest: string } | null> {
    const rows = await context.manager!.execute<{ id: string; code_digest: string }[]>(
      `update login_code set attempts = attempts + 1, updated_at = now()
        where id = (select id from login_code where phone = ? and purpose = ? and deleted_at is null order by created_at desc limit 1)
          and consumed_at is null and expires_at > now() and attempts < ?
        returning id, code_digest`,
      [phone, purpose, CODE_POLICY.maxAttempts],
    )
    return rows[0] ?? null
  }

  /** True for the one caller who uses the code up. */
  @InjectManager()
  async consume(id: string, @MedusaContext() context: Context<EntityManager> = {}): Promise<boolean> {
    const rows = await context.manager!.execute<{ id: string }[]>(
      "update login_code set consumed_at = now(), updated_at = now() where id = ? and consumed_at is null returning id",
      [id],
    )
    return rows.length === 1
  }
}
