import { GI_EVENTS } from "@cho-phien/geographical-indications"
import { OCOP_EVENTS } from "@cho-phien/ocop"

/** Everything after which a card may look different; each names what it is about in `data`. */
export const consumedEvents = [
  "listing.approved",
  "listing.rejected",
  "listing.updated",
  "product.updated",
  "product.deleted",
  OCOP_EVENTS.registerLinkChanged,
  OCOP_EVENTS.recognitionChanged,
  GI_EVENTS.linkChanged,
  GI_EVENTS.rightOfUseChanged,
  GI_EVENTS.qualityCertificateChanged,
  "inventory.inventory-level.created",
  "inventory.inventory-level.updated",
  "inventory.inventory-level.deleted",
  "inventory.reservation-item.created",
  "inventory.reservation-item.updated",
  "inventory.reservation-item.deleted",
]
