import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type { ClaimInput } from "../../modules/order-group/service"
import type OrderGroupModuleService from "../../modules/order-group/service"

/**
 * Decides under a row lock what a payment notice means for one seller payment. Nothing is undone on failure:
 * a payment left `applying` is taken up again by the next notice or by the sweep.
 */
export const claimSellerPaymentStep = createStep("claim-seller-payment", async (claim: ClaimInput, { container }) => {
  const decision = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).claimForPayment(claim)
  if (decision === "busy") throw checkoutErrors.paymentInProgress()
  return new StepResponse({ decision })
})
