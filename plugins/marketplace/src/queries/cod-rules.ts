import type { Sentence } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { refuseCod, type CodAsk, type CodRefusal, type CodRule } from "../modules/order-group/rules/cod-offer"
import type OrderGroupModuleService from "../modules/order-group/service"

/** Every decision that bears on a province and some shops, in the order in which they were written. */
export async function fetchCodRules(container: MedusaContainer, provinceCode: string, sellerIds: string[]): Promise<CodRule[]> {
  const rows = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listCodRules({ scope_id: ["", provinceCode, ...sellerIds] }, { take: 5000, order: { created_at: "ASC", id: "ASC" } })
  return rows.map((row) => ({
    scope: row.scope,
    scope_id: row.scope_id,
    enabled: row.enabled,
    max_amount_vnd: row.max_amount_vnd === null ? null : Number(row.max_amount_vnd),
    effective_from: new Date(row.effective_from),
  }))
}

/** Null when cash on delivery is offered; else why not, in both languages. */
export async function whyNoCod(container: MedusaContainer, ask: Omit<CodAsk, "at">): Promise<Sentence | null> {
  const rules = await fetchCodRules(container, ask.provinceCode, ask.sellers.map((seller) => seller.id))
  const refusal = refuseCod({ ...ask, at: new Date() }, rules)
  return refusal && inWords(refusal)
}

function inWords(refusal: CodRefusal): Sentence {
  switch (refusal.reason) {
    case "off":
      return { vi: "Hiện chợ chưa nhận trả tiền mặt khi nhận hàng.", en: "The fair does not offer cash on delivery at the moment." }
    case "off_in_province":
      return { vi: "Nơi nhận hàng này chưa được trả tiền mặt khi nhận hàng.", en: "Cash on delivery is not offered for this place." }
    case "seller_without_cod":
      return {
        vi: `${refusal.sellers.join(", ")} không nhận tiền mặt khi giao hàng. Một lần đặt mua chỉ trả bằng một cách; bạn có thể đặt riêng hàng của những gian khác.`,
        en: `${refusal.sellers.join(", ")} does not take cash on delivery. One order is paid in one way; you can order the goods of the other shops separately.`,
      }
    case "too_expensive":
      return {
        vi: `Đơn của ${refusal.sellers.join(", ")} vượt mức ${refusal.max_amount_vnd.toLocaleString("vi-VN")} ₫ cho trả tiền mặt khi nhận hàng.`,
        en: `The order from ${refusal.sellers.join(", ")} is above the ${refusal.max_amount_vnd.toLocaleString("en-US")} ₫ allowed for cash on delivery.`,
      }
  }
}
