import { randomInt } from "node:crypto"
import { operator } from "./books"
import { post, type Run } from "./people"

/** The token of a second operator, because nobody approves what they made themselves. */
export async function anotherOperator(run: Run): Promise<string> {
  const [email, password] = [`duyet-${randomInt(1e9)}@example.test`, "mat-khau-cua-kiem-thu-1"]
  const { token } = await post<{ token: string }>(`${run.backend}/auth/user/emailpass/register`, { email, password })
  const { body } = await operator(run, "/invites", { email })
  await post(`${run.backend}/admin/invites/accept?token=${String((body.invite as { token: string }).token)}`, { email, first_name: "Người", last_name: "Duyệt" }, { authorization: `Bearer ${token}` })
  return (await post<{ token: string }>(`${run.backend}/auth/user/emailpass`, { email, password })).token
}
