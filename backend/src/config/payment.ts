import type { InputConfigModules } from "@medusajs/framework/types"

/** Medusa's Payment module with our rails as its providers (`pp_vietqr_cashless`, `pp_vnpay_cashless`, `pp_cod_marketplace`). */
export function paymentModules(): InputConfigModules {
  return [
    {
      resolve: "@medusajs/medusa/payment",
      // Lends our intents to the providers: a session is captured when its intent has succeeded.
      dependencies: ["cashlessPayment"],
      options: {
        providers: [
          { resolve: "@cho-phien/cashless-payment/providers/vietqr", id: "cashless" },
          { resolve: "@cho-phien/cashless-payment/providers/vnpay", id: "cashless" },
          { resolve: "@cho-phien/marketplace/providers/cash-on-delivery", id: "marketplace" },
        ],
      },
    },
  ]
}
