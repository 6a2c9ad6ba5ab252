/** Events of this plugin on Medusa's event bus. */
export const OCOP_EVENTS = {
  /** `{product_id, ocop_product_id, former_ocop_product_id, actor_id}`: another entry of the register stands behind a product on sale. */
  registerLinkChanged: "ocop.register_link.changed",
  /** `{ocop_product_id}`: what the register says about a product is no longer the same. Delivered at least once. */
  recognitionChanged: "ocop.recognition.changed",
  /** `{dossier_id, seller_id, act, from, to}`: an act moved a dossier, or was done on it. */
  dossierChanged: "ocop.dossier.changed",
} as const
