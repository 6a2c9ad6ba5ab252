import { model } from "@medusajs/framework/utils"

/** A buyer as a caller of /v1 keeps them: Stripe's Customer, less everything that only cards and invoices need. */
export const PaymentCustomer = model
  .define("payment_customer", {
    id: model.id({ prefix: "cus" }).primaryKey(),
    email: model.text().nullable(),
    name: model.text().nullable(),
    phone: model.text().nullable(),
    description: model.text().nullable(),
    address: model.json().nullable(),
    shipping: model.json().nullable(),
    metadata: model.json(),
  })
  .indexes([{ on: ["email"], where: "email IS NOT NULL" }])
