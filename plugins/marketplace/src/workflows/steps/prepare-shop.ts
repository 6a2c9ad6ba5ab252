import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { notAMobileNumber } from "../../modules/phone-login/errors"
import { normalisePhone } from "../../modules/phone-login/rules/normalise-phone"
import { SELLER_MODULE } from "../../modules/seller"
import { handleTaken, phoneTaken, unknownPlace } from "../../modules/seller/errors"
import { freeHandle, handleFrom } from "../../modules/seller/rules/handle"
import type SellerModuleService from "../../modules/seller/service"
import { defaultSalesChannelId } from "./default-sales-channel"

type PrepareShopInput = { name: string; handle?: string; phone: string; commune_code: string; province_code: string }

/** Refuses what cannot become a shop before anything is made, and settles its handle, phone and place names. */
export const prepareShopStep = createStep("prepare-shop", async (input: PrepareShopInput, { container }) => {
  const phone = normalisePhone(input.phone)
  if (!phone) throw notAMobileNumber()
  const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
  if ((await sellers.listSellerMembers({ phone })).length > 0) throw phoneTaken()

  const wanted = handleFrom(input.handle ?? input.name)
  const taken = new Set((await sellers.listSellers({ handle: { $like: `${wanted}%` } }, { select: ["handle"] })).map((s) => s.handle))
  if (input.handle && taken.has(wanted)) throw handleTaken()

  const units = container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
  const places = await units.retrieveUnits([input.commune_code, input.province_code])
  const commune = places.get(input.commune_code)
  const province = places.get(input.province_code)
  if (!commune || !province || commune.parent_code !== province.code) throw unknownPlace()

  return new StepResponse({
    handle: freeHandle(wanted, taken),
    phone,
    commune_name: commune.full_name,
    province_name: province.full_name,
    sales_channel_id: await defaultSalesChannelId(container),
  })
})
