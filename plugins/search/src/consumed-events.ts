/** Everything after which a card may look different; each names what it is about in `data`. */
export const consumedEvents = [
  "listing.approved",
  "listing.rejected",
  "listing.updated",
  "product.updated",
  "product.deleted",
  "ocop.register_link.changed",
  "ocop.recognition.changed",
  "gi.right_of_use_link.changed",
  "gi.right_of_use.changed",
  "seller.updated",
  "inventory.inventory-level.created",
  "inventory.inventory-level.updated",
  "inventory.inventory-level.deleted",
  "inventory.reservation-item.created",
  "inventory.reservation-item.updated",
  "inventory.reservation-item.deleted",
]
