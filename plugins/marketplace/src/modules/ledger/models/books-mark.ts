import { model } from "@medusajs/framework/utils"

/** Up to when everything is known to be in the books: a sweep that found nothing missing, or posted all of it, moves it on. */
const BooksMark = model.define("books_mark", {
  id: model.id({ prefix: "bmk" }).primaryKey(),
  name: model.text().unique(),
  whole_until: model.dateTime(),
})

export default BooksMark
