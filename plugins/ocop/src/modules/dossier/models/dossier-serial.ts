import { model } from "@medusajs/framework/utils"

/** The last number given of a series; the row is what the next one waits for, so none is given twice or left out. */
const DossierSerial = model.define(
  { name: "dossier_serial", tableName: "ocop_dossier_serial" },
  {
    id: model.text().primaryKey(),
    last: model.number(),
  },
)

export default DossierSerial
