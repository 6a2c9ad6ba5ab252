import { validated } from "@cho-phien/administrative-units"
import { issueToken, verifyLoginCode } from "@cho-phien/marketplace"
import { OVERSIGHT_MODULE, type OversightModuleService } from "../../../../modules/oversight"
import { oversightErrors } from "../../../../modules/oversight/errors"
import { openSessionSchema } from "../../validators"

/** A desk that many sit at: one working day. */
const TOKEN_TTL_SECONDS = 12 * 3600

/** POST /official/auth/session {phone, code} → {token, official}. */
export const POST = validated({ body: openSessionSchema }, async (req, res, { body }) => {
  const { phone } = await verifyLoginCode(req.scope, { ...body, purpose: "official" })
  const [official] = await req.scope.resolve<OversightModuleService>(OVERSIGHT_MODULE).listOfficials({ phone })
  if (!official) throw oversightErrors.notAnOfficial()
  const token = issueToken(req.scope, { actorType: "official", actorId: official.id, ttlSeconds: TOKEN_TTL_SECONDS })
  const { id, name, role, unit_code } = official
  res.json({ token, official: { id, name, role, unit_code } })
})
