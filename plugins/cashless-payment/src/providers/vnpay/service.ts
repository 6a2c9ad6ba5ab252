import { IntentPaymentProvider } from "../shared/intent-payment-provider"

/** Registered as `pp_vnpay_cashless`. */
export class VnpayPaymentProvider extends IntentPaymentProvider {
  static override identifier = "vnpay"
}
