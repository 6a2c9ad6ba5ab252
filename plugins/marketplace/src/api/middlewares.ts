import { defineMiddlewares } from "@medusajs/framework/http"
import { buyerMiddlewares } from "./buyer-middlewares"
import { checkoutMiddlewares } from "./checkout-middlewares"
import { moneyMiddlewares } from "./money-middlewares"
import { sellerMiddlewares } from "./seller-middlewares"

export default defineMiddlewares({ routes: [...buyerMiddlewares, ...sellerMiddlewares, ...moneyMiddlewares, ...checkoutMiddlewares] })
