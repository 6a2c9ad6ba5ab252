const { join } = require("node:path");
const { defineConfig } = require("@medusajs/framework/utils");

const { protocol, hostname: host, port } = new URL(process.env.PAYMENT_API_URL);

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, sslmode: "disable" },
    http: { storeCors: "http://localhost:8000", adminCors: "http://localhost:9000", authCors: "http://localhost:9000", jwtSecret: process.env.JWT_SECRET, cookieSecret: process.env.COOKIE_SECRET },
  },
  admin: { disable: true },
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        // Stock Medusa works on a webhook five seconds after it came.
        webhook_delay: 1,
        providers: [
          {
            resolve: join(__dirname, "provider"),
            id: "vietqr",
            options: { apiKey: process.env.PAYMENT_API_KEY, webhookSecret: process.env.PAYMENT_WEBHOOK_SECRET, protocol: protocol.slice(0, -1), host, port },
          },
        ],
      },
    },
  ],
});
