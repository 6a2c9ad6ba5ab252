import "server-only";
import { cookies } from "next/headers";
import { secureCookies } from "@/lib/cookie-options";
import { addOrderKey, allOrderKeys, findOrderKey } from "./order-keys";

const name = "cp_orders";

/** The key that opens this order page in this browser, if the order was placed here. */
export async function orderKey(orderGroupId: string): Promise<string | null> {
  return findOrderKey((await cookies()).get(name)?.value ?? "", orderGroupId);
}

/** Every order placed in this browser, with its key. */
export async function rememberedOrders(): Promise<{ id: string; key: string }[]> {
  return allOrderKeys((await cookies()).get(name)?.value ?? "");
}

export async function forgetOrders(): Promise<void> {
  (await cookies()).delete(name);
}

export async function rememberOrder(orderGroupId: string, key: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, addOrderKey(jar.get(name)?.value ?? "", orderGroupId, key), {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: 180 * 24 * 3600,
  });
}
