import { validated } from "@cho-phien/administrative-units"
import { SELLER_MODULE } from "../../../../modules/seller"
import { noShopForPhone, sellerSuspended } from "../../../../modules/seller/errors"
import type SellerModuleService from "../../../../modules/seller/service"
import { issueToken } from "../../../../workflows/issue-token"
import { verifyLoginCode } from "../../../../workflows/verify-login-code"
import { presentMember } from "../../present-member"
import { SessionBody } from "../validators"

/** A farmer's phone stays logged in for a month; every request still asks whether the member may. */
const TOKEN_TTL_SECONDS = 30 * 24 * 3600

/** POST /seller/auth/session {phone, code} → {token, member, seller}. */
export const POST = validated({ body: SessionBody }, async (req, res, { body }) => {
  const { phone } = await verifyLoginCode(req.scope, { ...body, purpose: "seller" })
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [member] = await sellers.listSellerMembers({ phone }, { relations: ["seller"] })
  if (!member) throw noShopForPhone()
  if (member.status !== "active" || member.seller.status !== "active") throw sellerSuspended()
  const token = issueToken(req.scope, {
    actorType: "seller",
    actorId: member.id,
    ttlSeconds: TOKEN_TTL_SECONDS,
    appMetadata: { seller_id: member.seller.id },
  })
  res.json({ token, ...(await presentMember(req.scope, member)) })
})
