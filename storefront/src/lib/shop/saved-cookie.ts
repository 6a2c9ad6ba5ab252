import "server-only";
import { cookies } from "next/headers";
import { secureCookies } from "@/lib/cookie-options";
import { addSaved, readSaved, withoutSaved } from "./saved-handles";

const name = "cp_saved";

/** The goods this browser put aside, newest first, by handle. */
export async function savedHandles(): Promise<string[]> {
  return readSaved((await cookies()).get(name)?.value ?? "");
}

export const saveForLater = (handles: string[]) => write((saved) => addSaved(saved, handles));
export const forgetSaved = (handle: string) => write((saved) => withoutSaved(saved, handle));

export async function forgetAllSaved(): Promise<void> {
  (await cookies()).delete(name);
}

async function write(change: (saved: string[]) => string[]): Promise<void> {
  const jar = await cookies();
  jar.set(name, change(readSaved(jar.get(name)?.value ?? "")).join("~"), {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: 180 * 24 * 3600,
  });
}
