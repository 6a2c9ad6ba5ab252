import { validated } from "@cho-phien/administrative-units"
import { clientAddress } from "../../../../modules/phone-login/rules/client-address"
import { requestLoginCode } from "../../../../workflows/request-login-code"
import { CodeBody } from "../validators"

/** POST /seller/auth/code {phone} → {sent, resend_after_seconds}. The same answer whether or not the phone has a shop. */
export const POST = validated({ body: CodeBody }, async (req, res, { body }) => {
  const { sent, resend_after_seconds } = await requestLoginCode(req.scope, {
    phone: body.phone,
    purpose: "seller",
    ipAddress: clientAddress(req.socket.remoteAddress, req.headers["x-forwarded-for"]) ?? undefined,
  })
  res.json({ sent, resend_after_seconds })
})
