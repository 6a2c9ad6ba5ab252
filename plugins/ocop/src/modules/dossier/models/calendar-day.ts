import { model } from "@medusajs/framework/utils"

/** A day on which offices depart from Monday to Friday: a holiday, or a Saturday worked to make up for one. */
const CalendarDay = model.define(
  { name: "calendar_day", tableName: "ocop_calendar_day" },
  {
    id: model.text().primaryKey(),
    day: model.text().unique(),
    kind: model.enum(["holiday", "working_day"]),
    name: model.text(),
    legal_basis: model.text(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    source: model.text(),
  },
)

export default CalendarDay
