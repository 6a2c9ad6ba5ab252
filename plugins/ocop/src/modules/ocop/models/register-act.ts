import { model } from "@medusajs/framework/utils"

/** One act on one entry of the register: who, when, by which document, what before and after. Rows are only added. */
const RegisterAct = model
  .define(
    { name: "register_act", tableName: "ocop_register_act" },
    {
      id: model.id({ prefix: "ocopact" }).primaryKey(),
      ocop_product_id: model.text(),
      recognition_id: model.text().nullable(),
      act: model.enum(["recognise", "revoke", "prolong", "link", "unlink", "name_owner", "end_owner", "add_external", "check_external", "remove_external", "undo"]),
      actor_type: model.enum(["official", "user", "seller", "system"]),
      actor_id: model.text(),
      actor_name: model.text(),
      /** The decision or letter that ordered it, where there is one. */
      document_no: model.text().nullable(),
      /** `[{field, before, after}]` */
      fields: model.json(),
      /** What the person was told and went on with: codes such as `recogniser_unknown`, `late_by_3_days`. */
      warnings: model.json(),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([{ on: ["ocop_product_id"] }])

export default RegisterAct
