import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { ocopOf, registerEntries } from "../shared"
import { RegisterProductBody, RegisterQuery } from "../validators"

/** The register, by words of product or producer. */
export const GET = validated({ query: RegisterQuery }, async (req, res, { query }) => {
  const { q, province, limit, offset } = query
  const { ids, count } = await ocopOf(req).searchRegister({ q, provinceCode: province, limit, offset })
  res.json({ products: await registerEntries(req, ids), count, limit, offset })
})

/** Enters a product into the register; its stars come with a recognition. */
export const POST = validated({ body: RegisterProductBody }, async (req, res, { body }) => {
  const units = req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const commune = await units.retrieveUnit(body.commune_code)
  const ids = await ocopOf(req).saveRegisterProducts([
    { ...body, province_code: commune.parent_code ?? commune.code, confidence: "high" },
  ])
  const [product] = await registerEntries(req, ids)
  res.status(201).json({ product })
})
