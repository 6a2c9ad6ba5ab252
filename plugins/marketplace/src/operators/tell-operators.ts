import { asApiError } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { sendMessage } from "../workflows/send-message"
import { accountMessage, type AccountNews } from "./rules/account-message"
import { fourEyesHours } from "./rules/four-eyes"

/** Longer than any outage of the message gateway that nobody repairs. */
const LOOK_BACK_MS = 2 * 86_400_000

type Account = { id: string; email: string; created_at: Date | string; deleted_at?: Date | string | null }

/**
 * Tells each operator by e-mail of invitations and accounts that came after their own, and of accounts that were removed.
 * It reads how things stand, so a crash, a command line or a direct insert loses no message, and each has its key, so that
 * none is sent twice. Returns how much news there was.
 */
export async function tellOperators(container: MedusaContainer, now = new Date()): Promise<number> {
  const news = await accountNews(container, new Date(now.getTime() - LOOK_BACK_MS))
  if (news.length === 0) return 0
  const operators = await container.resolve(Modules.USER).listUsers({}, { select: ["id", "email", "created_at"], take: 1_000 })
  for (const one of news) {
    const { template, key, text } = accountMessage(one, fourEyesHours())
    for (const to of readersOf(one, operators)) {
      try {
        await sendMessage(container, { to, channel: "email", template, text, key: `${key}:${to}` })
      } catch (error) {
        // Without a provider no other message can leave either; one address that fails stops no other.
        if (asApiError(error)?.code === "phone_login.no_message_provider") return news.length
      }
    }
  }
  return news.length
}

/** Who was an operator before it happened; of a removal also who was removed. */
function readersOf({ kind, email, at }: AccountNews, operators: Account[]): string[] {
  const others = operators.filter((operator) => operator.email !== email && new Date(operator.created_at) < at).map((operator) => operator.email)
  return kind === "removed" ? [...others, email] : others
}

/** Also what was taken back at once: the others are to know that somebody tried. */
async function accountNews(container: MedusaContainer, since: Date): Promise<AccountNews[]> {
  const users = container.resolve(Modules.USER)
  const options = { select: ["id", "email", "created_at", "deleted_at"], take: 200, withDeleted: true }
  // The DTOs of Medusa's filters leave out the columns every table has.
  const lately = (column: "created_at" | "deleted_at") => ({ [column]: { $gte: since } }) as Record<string, unknown>
  const [invites, opened, removed]: [Account[], Account[], Account[]] = await Promise.all([
    users.listInvites(lately("created_at"), options),
    users.listUsers(lately("created_at"), options),
    users.listUsers(lately("deleted_at"), options),
  ])
  return [
    ...invites.map(({ id, email, created_at }) => ({ kind: "invited" as const, id, email, at: new Date(created_at) })),
    ...opened.map(({ id, email, created_at }) => ({ kind: "opened" as const, id, email, at: new Date(created_at) })),
    ...removed.map(({ id, email, deleted_at }) => ({ kind: "removed" as const, id, email, at: new Date(deleted_at!) })),
  ]
}
