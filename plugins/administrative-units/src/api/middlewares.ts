import { defineMiddlewares } from "@medusajs/framework/http"
import { answerErrors } from "../http/answer-errors"

/** The error handler stands here once for the whole application: Medusa takes one, from whichever source names it. */
export default defineMiddlewares({ errorHandler: answerErrors, routes: [] })
