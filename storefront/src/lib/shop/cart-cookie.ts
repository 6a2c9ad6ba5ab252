import "server-only";
import { cookies } from "next/headers";
import { secureCookies } from "@/lib/cookie-options";

const idCookie = "cp_cart";
const countCookie = "cp_cart_count";
const options = () => ({ httpOnly: true, sameSite: "lax", secure: secureCookies(), path: "/", maxAge: 30 * 24 * 3600 }) as const;

/** The basket this browser holds; the id never reaches scripts. */
export async function cartId(): Promise<string | null> {
  return (await cookies()).get(idCookie)?.value ?? null;
}

/** How many lines the basket had after the last change: enough for the number in the header. */
export async function cartCount(): Promise<number> {
  const value = Number((await cookies()).get(countCookie)?.value);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

export async function rememberCart(id: string, count: number): Promise<void> {
  const jar = await cookies();
  jar.set(idCookie, id, options());
  jar.set(countCookie, String(count), options());
}

export async function forgetCart(): Promise<void> {
  const jar = await cookies();
  jar.delete(idCookie);
  jar.delete(countCookie);
}
