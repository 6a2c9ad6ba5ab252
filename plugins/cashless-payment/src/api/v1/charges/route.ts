import { stripeEndpoint } from "../../../stripe/endpoint"
import { LIST_CHARGES_PARAMS, listCharges } from "../../../stripe/operations/list-charges"

export const GET = stripeEndpoint(LIST_CHARGES_PARAMS, listCharges)
