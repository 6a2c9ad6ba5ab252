import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkoutErrors } from "../../modules/order-group/errors"

/** Medusa's own completion would make one mixed order of several sellers; whoever calls it is turned away. */
completeCartWorkflow.hooks.validate(() => {
  throw checkoutErrors.routeClosed()
})
