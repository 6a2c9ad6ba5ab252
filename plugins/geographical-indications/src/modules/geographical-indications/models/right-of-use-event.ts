import { model } from "@medusajs/framework/utils"

/**
 * Who did what to a right of use, when and why. Append-only: the database refuses to change or delete a line, and no foreign
 * key ties it to the right, so that it outlives it.
 */
const RightOfUseEvent = model
  .define("right_of_use_event", {
    id: model.id({ prefix: "giuselog" }).primaryKey(),
    right_of_use_id: model.text(),
    /** `overridden`: entered although the zone did not carry it. `undone`: the act before it failed half-way and was taken back. */
    action: model.enum(["recorded", "overridden", "revoked", "undone"]),
    actor_type: model.enum(["official", "user", "seed"]),
    actor_id: model.text(),
    actor_name: model.text(),
    reason: model.text().nullable(),
    /** The facts of the act: the zone and the place at that moment, the document. */
    facts: model.json(),
    illustrative: model.boolean().default(false),
  })
  .indexes([{ on: ["right_of_use_id"] }])

export default RightOfUseEvent
