import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type { ClaimInput } from "../../modules/order-group/service"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { cashlessPayment } from "../cashless"

/**
 * Decides under a row lock what a payment notice means for one seller payment. Nothing is undone on failure:
 * a payment left `applying` is taken up again by the next notice or by the sweep.
 */
export const claimSellerPaymentStep = createStep("claim-seller-payment", async (claim: ClaimInput, { container }) => {
  const decision = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).claimForPayment(claim)
  if (decision === "busy") throw checkoutErrors.paymentInProgress()
  // The order is closed and stays so: what came for it goes back, without a person having to notice.
  if (decision === "late") await returnLateMoney(container, claim)
  return new StepResponse({ decision })
})

async function returnLateMoney(container: MedusaContainer, claim: ClaimInput): Promise<void> {
  const payment = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).retrieveSellerPayment(claim.sellerPaymentId)
  await cashlessPayment(container).queueRefund({
    intentId: claim.intent.id,
    amountVnd: Number(payment.amount_vnd),
    reason: "order_closed",
    idempotencyKey: `late:${payment.id}`,
    share: { sessionId: payment.payment_session_id, amountVnd: Number(payment.amount_vnd) },
  })
}
