import "server-only";
import { cookies } from "next/headers";
import { secureCookies } from "@/lib/cookie-options";

export type DestinationCodes = { province_code: string; commune_code: string };

const name = "cp_place";

/** Where this browser last wanted its goods, so that the next basket need not ask. */
export async function rememberedDestination(): Promise<DestinationCodes | null> {
  const match = /^(\d{2})\.(\d{5})$/.exec((await cookies()).get(name)?.value ?? "");
  return match ? { province_code: match[1]!, commune_code: match[2]! } : null;
}

export async function forgetDestination(): Promise<void> {
  (await cookies()).delete(name);
}

export async function rememberDestination({ province_code, commune_code }: DestinationCodes): Promise<void> {
  (await cookies()).set(name, `${province_code}.${commune_code}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: 180 * 24 * 3600,
  });
}
