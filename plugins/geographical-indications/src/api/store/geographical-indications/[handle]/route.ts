import { validated } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { unknownIndication } from "../../../../modules/geographical-indications/errors"
import { fetchIndication } from "../../../../queries/fetch-indications"

const Params = z.object({ handle: z.string().max(200) })

/** One indication with its zone, its users and their products on sale. */
export const GET = validated({ params: Params }, async (req, res, { params }) => {
  const geographical_indication = await fetchIndication(req.scope, params.handle)
  if (!geographical_indication) throw unknownIndication()
  res.json({ geographical_indication })
})
