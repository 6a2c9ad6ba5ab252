import { validated } from "@cho-phien/administrative-units"
import { clientAddress, requestLoginCode } from "@cho-phien/marketplace"
import { requestCodeSchema } from "../../validators"

/** POST /official/auth/code {phone} → {sent, resend_after_seconds}. The same answer whether or not the phone is an official's. */
export const POST = validated({ body: requestCodeSchema }, async (req, res, { body }) => {
  const { sent, resend_after_seconds } = await requestLoginCode(req.scope, {
    phone: body.phone,
    purpose: "official",
    ipAddress: clientAddress(req.socket.remoteAddress, req.headers["x-forwarded-for"]) ?? undefined,
  })
  res.json({ sent, resend_after_seconds })
})
