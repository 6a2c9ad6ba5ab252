import { randomBytes } from "node:crypto"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A way into the house, as it is told to the person who started it. */
export interface Account {
  role: "operator" | "seller" | "official"
  login: string
  how: string
  password?: string
}

export const OPERATOR_EMAIL = "van-hanh@cho-phien.example"

/**
 * The operator's account in Medusa Admin. The password is random: one that stood in the source would be
 * the same on every machine.
 * @returns null when the account exists already; its password cannot be told again
 */
export async function seedOperator(container: MedusaContainer): Promise<Account | null> {
  const [known] = await container.resolve(Modules.USER).listUsers({ email: OPERATOR_EMAIL })
  if (known) return null
  const password = randomBytes(9).toString("base64url")
  const { authIdentity, success, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email: OPERATOR_EMAIL, password } })
  if (!success || !authIdentity) throw new Error(`The operator's account was refused: ${error}`)
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      userData: { email: OPERATOR_EMAIL, first_name: "Đơn vị", last_name: "vận hành" },
    },
  })
  return { role: "operator", login: OPERATOR_EMAIL, password, how: "E-mail + mật khẩu · e-mail and password" }
}
