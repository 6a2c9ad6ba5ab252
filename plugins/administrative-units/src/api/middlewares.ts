import { defineMiddlewares } from "@medusajs/framework/http"
import { answerErrors } from "../http/answer-errors"
import { closeAccessLog } from "../http/close-access-log"

// Read at the start, before the first request can be logged.
closeAccessLog()

/** The error handler stands here once for the whole application: Medusa takes one, from whichever source names it. */
export default defineMiddlewares({ errorHandler: answerErrors, routes: [] })
