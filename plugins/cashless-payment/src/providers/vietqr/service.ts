import { IntentPaymentProvider } from "../shared/intent-payment-provider"

/** Registered as `pp_vietqr_cashless`. */
export class VietqrPaymentProvider extends IntentPaymentProvider {
  static override identifier = "vietqr"
}
