import { validated } from "@cho-phien/administrative-units"
import { clientAddress } from "../../../../modules/phone-login/rules/client-address"
import { requestLoginCode } from "../../../../workflows/request-login-code"
import { CodeBody } from "../../validators"

/** POST /buyer/auth/code {phone} → {sent, resend_after_seconds}. The same answer whether or not there is an account. */
export const POST = validated({ body: CodeBody }, async (req, res, { body }) => {
  const { sent, resend_after_seconds } = await requestLoginCode(req.scope, {
    phone: body.phone,
    purpose: "buyer",
    ipAddress: clientAddress(req.socket.remoteAddress, req.headers["x-forwarded-for"]) ?? undefined,
  })
  res.json({ sent, resend_after_seconds })
})
