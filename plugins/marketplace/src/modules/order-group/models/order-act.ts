import { model } from "@medusajs/framework/utils"

/**
 * What somebody did to one order after it was placed, in one line each: who, why, how much. Only added to, apart
 * from `done_at` and `tell_at`; written in the transaction that decides the act.
 */
const OrderAct = model
  .define("order_act", {
    id: model.id({ prefix: "ordact" }).primaryKey(),
    order_id: model.text(),
    act: model.enum(["cancel", "cancel_items", "change_rail", "confirm", "ship", "ship_undone", "collect_cash", "refused_at_door", "receive", "cash_held", "cash_returned", "cash_missing"]),
    actor: model.enum(["buyer", "seller", "operator", "system"]),
    /** The seller's member, the operator's user; null for who holds an order's key. */
    actor_id: model.text().nullable(),
    /** One of the reasons in `rules/cancel-reasons.ts`. */
    reason: model.text().nullable(),
    note: model.text().nullable(),
    amount_vnd: model.bigNumber().default(0),
    details: model.json().nullable(),
    /** Null while a part of it is still to be carried out: the sweep goes on with it. */
    done_at: model.dateTime().nullable(),
    /** From when on somebody has to be told of it; null when nobody has, or everybody was. */
    tell_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id", "created_at"] },
    { name: "IDX_order_act_unfinished", on: ["act", "created_at"], where: "done_at is null and deleted_at is null" },
    { on: ["tell_at"], where: "tell_at is not null and deleted_at is null" },
  ])

export default OrderAct
