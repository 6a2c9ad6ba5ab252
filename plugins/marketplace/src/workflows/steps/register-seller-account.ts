import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { registerSellerAccounts } from "../register-seller-accounts"

/** The last step of opening a shop, so nothing after it can fail; what is lost here the job does within minutes. */
export const registerSellerAccountStep = createStep("register-seller-account", async ({ seller_id }: { seller_id: string }, { container }) => {
  await registerSellerAccounts(container, [seller_id])
  return new StepResponse(undefined)
})
