import { randomInt } from "node:crypto"
import { operator } from "./books"
import { houseDatabase } from "./clone-carts"
import { adminToken, post, type Run } from "./people"

export type TestOperator = { email: string; token: string; id: string }

/** An operator who was invited just now. */
export async function newOperator(run: Run): Promise<TestOperator> {
  const [email, password] = [`duyet-${randomInt(1e9)}@example.test`, "mat-khau-cua-kiem-thu-1"]
  const { token } = await post<{ token: string }>(`${run.backend}/auth/user/emailpass/register`, { email, password })
  const { body } = await operator(run, "/invites", { email })
  await post(`${run.backend}/admin/invites/accept?token=${String((body.invite as { token: string }).token)}`, { email, first_name: "Người", last_name: "Duyệt" }, { authorization: `Bearer ${token}` })
  const own = (await post<{ token: string }>(`${run.backend}/auth/user/emailpass`, { email, password })).token
  return { email, token: own, id: await idOf(run, own) }
}

/** The token of a second operator, because nobody approves what they made themselves; both are old enough to count. */
export async function anotherOperator(run: Run): Promise<string> {
  const { token, id } = await newOperator(run)
  await ageAccounts([id, await idOf(run, await adminToken(run))])
  return token
}

/** Makes these accounts so many days old. */
export async function ageAccounts(ids: string[], days = 30): Promise<void> {
  const database = await houseDatabase()
  try {
    await database.query(`update "user" set created_at = now() - make_interval(days => $2) where id = any($1)`, [ids, days])
  } finally {
    await database.end()
  }
}

export const idOf = async (run: Run, token: string): Promise<string> => ((await operator(run, "/users/me", undefined, token)).body as { user: { id: string } }).user.id
