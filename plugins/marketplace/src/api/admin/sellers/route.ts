import { validated } from "@cho-phien/administrative-units"
import { presentSellers } from "../../../queries/fetch-sellers"
import { SELLER_MODULE } from "../../../modules/seller"
import type SellerModuleService from "../../../modules/seller/service"
import { openShopWorkflow } from "../../../workflows/open-shop"
import { OpenShopBody, SellersQuery } from "./validators"

/** GET /admin/sellers?q=&limit&offset → {sellers, count, limit, offset}, by name. */
export const GET = validated({ query: SellersQuery }, async (req, res, { query: { q, limit, offset } }) => {
  const service = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const [rows, count] = await service.listAndCountSellers(q ? { q } : {}, { take: limit, skip: offset, order: { name: "ASC" } })
  const shown = await presentSellers(req.scope, rows)
  const sellers = rows.map(({ id, phone, status, illustrative }) => ({ ...shown.get(id), phone, status, illustrative }))
  res.json({ sellers, count, limit, offset })
})

/** POST /admin/sellers → 201 {seller}: opens a shop and lets its first member log in by phone. */
export const POST = validated({ body: OpenShopBody }, async (req, res, { body }) => {
  const { result } = await openShopWorkflow(req.scope).run({ input: body })
  const shown = await presentSellers(req.scope, [result])
  const { phone, status, illustrative } = result
  res.status(201).json({ seller: { ...shown.get(result.id), phone, status, illustrative } })
})
