import { writeFileSync } from "node:fs";

/**
 * Run in the backend (medusa exec): opens VNPay attempts as the checkout does, without carts and orders.
 * Arguments: how many, and the file that gets [{ txnRef, amountVnd }].
 */
export default async function openAttempts({ container, args: [count, file] }) {
  const payments = container.resolve("cashlessPayment");
  const expiresAt = new Date(Date.now() + 3_600_000);
  const attempts = [];
  const openOne = async (number) => {
    const amountVnd = 100_000 + number;
    const intent = await payments.createIntent({ amountVnd, rail: "vnpay", description: `Don thu ${number}`, metadata: {}, expiresAt, idempotencyKey: `bench-ipn-${expiresAt.getTime()}-${number}` });
    const { txnRef } = await payments.startVnpayAttempt(intent.id, { returnUrl: `${process.env.STOREFRONT_URL}/don-hang`, ipAddress: "127.0.0.1", locale: "vn" });
    attempts.push({ txnRef, amountVnd });
  };
  for (let next = 0; next < Number(count); next += 20) {
    await Promise.all(Array.from({ length: Math.min(20, Number(count) - next) }, (_, offset) => openOne(next + offset)));
  }
  writeFileSync(file, JSON.stringify(attempts));
}
