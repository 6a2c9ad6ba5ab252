import { model } from "@medusajs/framework/utils"

/**
 * The scoring criteria of one decision: the points of its parts and how its marks of minimum options are read.
 * Of the decisions before 26/2026/QĐ-TTg the part totals alone are kept: old recognitions need no more.
 */
const CriteriaSet = model.define(
  { name: "criteria_set", tableName: "ocop_criteria_set" },
  {
    id: model.id({ prefix: "ocopcrit" }).primaryKey(),
    legal_version: model.text().unique(),
    name: model.text(),
    /** Part A, the product and the strength of the community; B, marketing; C, quality. */
    part_a_max: model.number(),
    part_b_max: model.number(),
    part_c_max: model.number(),
    /** Whose sheets must reach a minimum option; the decisions don't say. */
    minimum_members: model.enum(["every_member", "majority"]),
    /** Whether the minimum of a lower star binds a higher one too; the decisions don't say. */
    minimum_levels: model.enum(["cumulative", "own_level"]),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    legal_basis: model.text(),
    source: model.text(),
  },
)

export default CriteriaSet
