import "server-only";
import { backendUrl } from "@/lib/backend";
import type { Door } from "./doors";
import { doorToken } from "./session";

/** A file of the backend fetched with the person's token; null without a token, 502 when the backend does not answer. */
export async function fetchDoorFile(door: Door, path: string, locale = "vi"): Promise<Response | null> {
  const token = await doorToken(door);
  if (!token) return null;
  const headers = { authorization: `Bearer ${token}`, "accept-language": locale };
  return (await fetch(new URL(path, backendUrl()), { cache: "no-store", headers }).catch(() => null)) ?? new Response(null, { status: 502 });
}

/** Passed on as it is, with the headers that say what it is. */
export function passFile(answer: Response): Response {
  const passed = ["content-type", "content-disposition", "x-content-type-options"].flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(answer.body, { status: answer.status, headers: [...passed, ["cache-control", "no-store"]] });
}
