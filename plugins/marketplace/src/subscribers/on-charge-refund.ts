import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { cashlessPayment } from "../workflows/cashless"
import { postChargeRefund, toRefundOfCharge } from "../workflows/post-charge-refund"

/** A refund of /v1 comes into the books at once; when this is lost the sweep does it. The event is acknowledged where it comes from. */
export default async function onChargeRefund({ event: { data }, container }: SubscriberArgs<{ object_id: string }>): Promise<void> {
  const [refund] = await cashlessPayment(container).listPaymentRefunds({ id: data.object_id }, { relations: ["intent"], take: 1 })
  if (refund) await postChargeRefund(container, toRefundOfCharge(refund))
}

export const config: SubscriberConfig = { event: ["refund.created", "refund.updated", "refund.failed"], context: { subscriberId: "marketplace-books-charge-refund" } }
