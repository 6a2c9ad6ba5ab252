import { validated } from "@cho-phien/administrative-units"
import { openBuyerAccount } from "../../../../buyer/open-account"
import { fetchBuyer } from "../../../../queries/fetch-buyer"
import { issueToken } from "../../../../workflows/issue-token"
import { verifyLoginCode } from "../../../../workflows/verify-login-code"
import { SessionBody } from "../../validators"

/** As long as the farmers': a month on one's own phone. */
const TOKEN_TTL_SECONDS = 30 * 24 * 3600

/** POST /buyer/auth/session {phone, code} → {token, buyer}. The first login opens the account: there is nothing else to register. */
export const POST = validated({ body: SessionBody }, async (req, res, { body }) => {
  const { phone } = await verifyLoginCode(req.scope, { ...body, purpose: "buyer" })
  const customerId = await openBuyerAccount(req.scope, phone)
  const token = issueToken(req.scope, { actorType: "customer", actorId: customerId, ttlSeconds: TOKEN_TTL_SECONDS, appMetadata: { customer_id: customerId, phone } })
  res.json({ token, buyer: await fetchBuyer(req.scope, { customerId, phone }) })
})
