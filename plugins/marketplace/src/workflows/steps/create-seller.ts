import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"
import type { SellerKind } from "../open-shop"

type CreateSellerInput = {
  seller: {
    handle: string
    name: string
    kind: SellerKind
    commune_code: string
    province_code: string
    phone: string
    bank_bin: string
    bank_name: string
    bank_account_number: string
    bank_account_name: string
    shipping_profile_id: string
    stock_location_id: string
    illustrative: boolean
  }
  member: { name: string; phone: string; illustrative: boolean }
}

/** The seller with its first member; a step that fails later takes both back. */
export const createSellerStep = createStep(
  "create-seller",
  async ({ seller, member }: CreateSellerInput, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const created = await sellers.createSellers(seller)
    try {
      const { id } = await sellers.createSellerMembers({ ...member, seller_id: created.id })
      return new StepResponse(created, { sellerId: created.id, memberId: id })
    } catch (error) {
      await sellers.deleteSellers(created.id)
      throw error
    }
  },
  async (made, { container }) => {
    if (!made) return
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    await sellers.deleteSellerMembers(made.memberId)
    await sellers.deleteSellers(made.sellerId)
  },
)
