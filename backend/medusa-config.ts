import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { databaseDriverOptions } from "./src/config/database"
import { fileModules } from "./src/config/files"
import { fulfillmentModules } from "./src/config/fulfillment"
import { infrastructureModules } from "./src/config/infrastructure"
import { messageModules } from "./src/config/messages"
import { paymentModules } from "./src/config/payment"
import { searchModules } from "./src/config/search"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const backendUrl = process.env.BACKEND_URL ?? "http://localhost:9000"
const storefrontUrl = process.env.STOREFRONT_URL ?? "http://localhost:8000"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: databaseDriverOptions(process.env),
    redisUrl: process.env.REDIS_URL || undefined,
    workerMode: (process.env.WORKER_MODE ?? "shared") as "shared" | "worker" | "server",
    http: {
      storeCors: storefrontUrl,
      adminCors: backendUrl,
      authCors: `${storefrontUrl},${backendUrl}`,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // Medusa marks cookies Secure in production; on plain http the browser would drop the admin's session.
    cookieOptions: backendUrl.startsWith("https:") ? undefined : { secure: false, sameSite: "lax" },
  },
  admin: { disable: process.env.ADMIN_DISABLED === "true", backendUrl: "/" },
  plugins: [
    { resolve: "@cho-phien/administrative-units", options: {} },
    { resolve: "@cho-phien/media", options: {} },
    { resolve: "@cho-phien/ocop", options: {} },
    { resolve: "@cho-phien/geographical-indications", options: {} },
    { resolve: "@cho-phien/cashless-payment", options: {} },
    { resolve: "@cho-phien/marketplace", options: {} },
    { resolve: "@cho-phien/search", options: {} },
    { resolve: "@cho-phien/oversight", options: {} },
  ],
  modules: [
    ...infrastructureModules(process.env),
    ...fileModules(process.env),
    ...messageModules(process.env),
    ...paymentModules(),
    ...fulfillmentModules(),
    ...searchModules(process.env),
  ],
})
