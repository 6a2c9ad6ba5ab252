import { defineMiddlewares } from "@medusajs/framework/http"
import { checkoutMiddlewares } from "./checkout-middlewares"
import { sellerMiddlewares } from "./seller-middlewares"

export default defineMiddlewares({ routes: [...sellerMiddlewares, ...checkoutMiddlewares] })
