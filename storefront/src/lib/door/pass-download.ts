import "server-only";
import { backendUrl } from "@/lib/backend";
import type { Door } from "./doors";
import { doorToken } from "./session";

const kept = ["content-type", "content-disposition", "content-length", "content-security-policy", "x-content-type-options"];

/** A file behind a door: fetched with the person's token, which no script can reach, and passed on as the download it is. */
export async function passDownload(door: Door, path: string): Promise<Response> {
  const token = await doorToken(door);
  if (!token) return new Response(null, { status: 401 });
  const answer = await fetch(new URL(path, backendUrl()), { cache: "no-store", headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  if (!answer) return new Response(null, { status: 502 });
  const headers = kept.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(answer.body, { status: answer.status, headers: [...headers, ["cache-control", "private, no-store"]] });
}
