import { payosPayouts, type TransferProvider } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cashlessPayment } from "./cashless"

/** Who carries out transfers for the house by an API, and whether its time runs fast (sandbox); null: nobody, banks get files. */
export function transferProvider(container: MedusaContainer): { provider: TransferProvider; fast: boolean } | null {
  const settings = cashlessPayment(container).settings.payosPayouts
  return settings && { provider: payosPayouts(settings), fast: settings.sandbox }
}
