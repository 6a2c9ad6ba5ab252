import { findForeignMedia } from "@cho-phien/media"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import { sellerNotFound, sellerSuspended, unknownPictures } from "../../modules/seller/errors"
import { freeHandle, handleFrom } from "../../modules/seller/rules/handle"
import type SellerModuleService from "../../modules/seller/service"
import { defaultSalesChannelId } from "./default-sales-channel"

type PrepareListingInput = { seller_id: string; title: string; media_ids: string[] }

/** Checks that this seller may list with these pictures, and chooses the product's web address. */
export const prepareListingStep = createStep("prepare-listing", async (input: PrepareListingInput, { container }) => {
  const [seller] = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: input.seller_id })
  if (!seller) throw sellerNotFound()
  if (seller.status !== "active") throw sellerSuspended()
  if (!seller.stock_location_id) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Seller ${seller.id} has no stock location`)
  if ((await findForeignMedia(container, seller.id, input.media_ids)).length > 0) throw unknownPictures()

  const wanted = handleFrom(input.title)
  const similar = await container.resolve(Modules.PRODUCT).listProducts({ handle: { $like: `${wanted}%` } }, { select: ["handle"] })
  return new StepResponse({
    handle: freeHandle(wanted, new Set(similar.map((product) => product.handle))),
    shipping_profile_id: seller.shipping_profile_id,
    stock_location_id: seller.stock_location_id,
    sales_channel_id: await defaultSalesChannelId(container),
  })
})
