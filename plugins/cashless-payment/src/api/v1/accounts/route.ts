import { stripeEndpoint } from "../../../stripe/endpoint"
import { CREATE_ACCOUNT_PARAMS, createAccount, LIST_ACCOUNTS_PARAMS, listAccounts } from "../../../stripe/operations/accounts"

export const GET = stripeEndpoint(LIST_ACCOUNTS_PARAMS, listAccounts)
export const POST = stripeEndpoint(CREATE_ACCOUNT_PARAMS, createAccount)
