import { ADMINISTRATIVE_UNITS_MODULE, validated, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { z } from "@medusajs/framework/zod"
import { SELLER_MODULE } from "../../../../modules/seller"
import type SellerModuleService from "../../../../modules/seller/service"

const ScopesQuery = z.object({ scope: z.enum(["province", "seller"]) }).strict()

/** GET /admin/cod-rules/scopes?scope=: what a decision can be about, by name. */
export const GET = validated({ query: ScopesQuery }, async (req, res, { query: { scope } }) => {
  if (scope === "province") {
    const provinces = await req.scope.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).listProvinces()
    return res.json({ choices: provinces.map(({ code, full_name }) => ({ id: code, name: full_name })) })
  }
  const sellers = await req.scope.resolve<SellerModuleService>(SELLER_MODULE).listSellers({}, { select: ["id", "name"], order: { name: "ASC" }, take: 1000 })
  res.json({ choices: sellers.map(({ id, name }) => ({ id, name })) })
})
