import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import { unknownRegisterProduct } from "../../modules/ocop/errors"
import type OcopModuleService from "../../modules/ocop/service"

/** Refuses an entry the register does not hold; null passes. @throws ApiError 404 `ocop.unknown_register_product` */
export const requireRegisterProductStep = createStep(
  "require-register-product",
  async (ocopProductId: string | null, { container }) => {
    if (ocopProductId === null) return new StepResponse(null)
    const [product] = await container.resolve<OcopModuleService>(OCOP_MODULE).listOcopProducts({ id: ocopProductId }, { select: ["id"] })
    if (!product) throw unknownRegisterProduct()
    return new StepResponse(product.id)
  },
)
