/** Events of this plugin on Medusa's event bus. */
export const GI_EVENTS = {
  /** `{product_id, right_of_use_id, former_right_of_use_id, actor_id}`: another right of use stands behind a product on sale. */
  linkChanged: "geographical_indications.right_of_use_link.changed",
  /** `{right_of_use_id}`: a right of use was recorded, withdrawn, came into force or ran out. Delivered at least once. */
  rightOfUseChanged: "geographical_indications.right_of_use.changed",
  /** `{quality_certificate_id, actor_id}`: a quality certificate was handed in, confirmed, rejected or withdrawn. One that ends says nothing: readers compare dates. */
  qualityCertificateChanged: "geographical_indications.quality_certificate.changed",
} as const
