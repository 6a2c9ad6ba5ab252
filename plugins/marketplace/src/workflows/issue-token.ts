import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"

export type IssueTokenInput = {
  /** What `authenticate(<actorType>, ["bearer"])` asks for: "seller", "official". */
  actorType: string
  actorId: string
  ttlSeconds: number
  appMetadata?: Record<string, unknown>
}

/** A bearer token that Medusa's own `authenticate` accepts. It proves who logged in, not that they still may: check the actor on every request. */
export function issueToken(container: MedusaContainer, input: IssueTokenInput): string {
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  return generateJwtToken(
    {
      actor_id: input.actorId,
      actor_type: input.actorType,
      auth_identity_id: "",
      mfa_enabled: false,
      app_metadata: input.appMetadata ?? {},
      user_metadata: {},
    },
    { secret: http.jwtSecret, expiresIn: input.ttlSeconds, jwtOptions: http.jwtOptions },
  )
}
