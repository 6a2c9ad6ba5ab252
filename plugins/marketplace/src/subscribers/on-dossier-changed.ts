import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../modules/seller"
import { dossierMessage } from "../modules/seller/rules/dossier-message"
import type SellerModuleService from "../modules/seller/service"
import { sendMessage } from "../workflows/send-message"
import { DOSSIER_MODULE, type DossierModuleService } from "@cho-phien/ocop"

type Changed = { dossier_id: string; seller_id: string; act: string; to: string }

/** Tells the shop that a dossier came back to it or was decided. A message that can't be sent doesn't hold the dossier up: its page says the same. */
export default async function onDossierChanged({ event: { data }, container }: SubscriberArgs<Changed>): Promise<void> {
  const [dossier] = await container.resolve<DossierModuleService>(DOSSIER_MODULE).listDossiers({ id: data.dossier_id }, { select: ["product_name", "star"] })
  const text = dossier && dossierMessage({ act: data.act, product_name: dossier.product_name, star: dossier.star })
  if (!text) return
  const [seller] = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: data.seller_id }, { select: ["phone"] })
  if (!seller) return
  try {
    await sendMessage(container, { to: seller.phone, channel: "sms", template: "dossier", text })
  } catch {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`The shop of dossier ${data.dossier_id} could not be told of it.`)
  }
}

export const config: SubscriberConfig = { event: "ocop.dossier.changed", context: { subscriberId: "marketplace-dossier-changed" } }
