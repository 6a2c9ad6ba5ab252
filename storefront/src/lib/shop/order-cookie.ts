import "server-only";
import { cookies } from "next/headers";
import { secureCookies } from "@/lib/cookie-options";
import { addOrderKey, allOrderKeys, findOrderKey } from "./order-keys";

const name = "cp_orders";
const payingName = "cp_paying";
const options = () => ({ httpOnly: true, sameSite: "lax", secure: secureCookies(), path: "/" }) as const;

/** The key that opens this order page in this browser, if the order was placed here or its payer just went to VNPay from here. */
export async function orderKey(orderGroupId: string): Promise<string | null> {
  const jar = await cookies();
  return findOrderKey(jar.get(name)?.value ?? "", orderGroupId) ?? findOrderKey(jar.get(payingName)?.value ?? "", orderGroupId);
}

/**
 * For the way back from VNPay of somebody who pays by a link that was sent to them. Apart from the orders placed here,
 * because those join the account of whoever logs in: paying for somebody does not make it one's own order.
 */
export async function rememberPaying(orderGroupId: string, key: string): Promise<void> {
  (await cookies()).set(payingName, addOrderKey("", orderGroupId, key), { ...options(), maxAge: 24 * 3600 });
}

/** Every order placed in this browser, with its key. */
export async function rememberedOrders(): Promise<{ id: string; key: string }[]> {
  return allOrderKeys((await cookies()).get(name)?.value ?? "");
}

export async function forgetOrders(): Promise<void> {
  const jar = await cookies();
  jar.delete(name);
  jar.delete(payingName);
}

export async function rememberOrder(orderGroupId: string, key: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, addOrderKey(jar.get(name)?.value ?? "", orderGroupId, key), { ...options(), maxAge: 180 * 24 * 3600 });
}
