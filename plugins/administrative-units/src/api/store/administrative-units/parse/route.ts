import { validated } from "../../../../http/validate"
import { administrativeUnits } from "../shared"
import { ParseBody } from "../validators"

/** Reads a written address. POST, because a person's address belongs in no log of web addresses and in no cache. */
export const POST = validated({ body: ParseBody }, async (req, res, { body }) => {
  res.setHeader("Cache-Control", "no-store")
  res.json({ address: await administrativeUnits(req).parseAddress(body.text) })
})
