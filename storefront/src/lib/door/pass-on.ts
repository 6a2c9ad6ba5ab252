import "server-only";
import { backendUrl } from "@/lib/backend";
import { isSameOrigin } from "@/lib/seller/same-origin";
import type { Door } from "./doors";
import { doorToken } from "./session";

const refuse = (status: number, code: string) => Response.json({ code }, { status, headers: { "cache-control": "no-store" } });
const passedBack = ["content-type", "content-disposition", "content-length", "x-content-type-options"];

type Options = {
  door: Door;
  /** Path and query at the backend, already judged by the caller. */
  path: string;
  largestBytes: number;
  /** The code a body beyond `largestBytes` is refused with; `storefront.too_large` where none is given. */
  tooLarge?: string;
  /** What the body is called at the backend; what the browser called it where none is given. */
  contentType?: string;
};

/**
 * One request of our own pages, passed on with the token of the person's cookie, which stays out of reach of scripts.
 * The body is streamed both ways, never held here. Writes are taken from our own pages only.
 */
export async function passOn(request: Request, { door, path, largestBytes, tooLarge, contentType }: Options): Promise<Response> {
  const writes = request.method !== "GET";
  if (writes && !isSameOrigin(request.headers)) return refuse(403, "storefront.cross_origin");
  const token = await doorToken(door);
  if (!token) return refuse(401, "storefront.no_session");
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > largestBytes) return refuse(413, tooLarge ?? "storefront.too_large");
  const bodyType = contentType ?? request.headers.get("content-type");
  const init: RequestInit & { duplex: "half" } = {
    method: request.method,
    body: writes ? request.body : undefined,
    duplex: "half",
    cache: "no-store",
    signal: request.signal,
    headers: {
      accept: request.headers.get("accept") ?? "*/*",
      "accept-language": request.headers.get("x-reader-language") === "en" ? "en" : "vi",
      authorization: `Bearer ${token}`,
      ...(writes && bodyType ? { "content-type": bodyType } : {}),
      ...(writes && length ? { "content-length": length } : {}),
    },
  };
  const answer = await fetch(new URL(path, backendUrl()), init).catch(() => null);
  if (!answer) return refuse(502, "storefront.backend_unreachable");
  const headers = passedBack.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    // The length of a packed answer is not the length of what fetch unpacked.
    const lies = name === "content-length" && answer.headers.has("content-encoding");
    return value && !lies ? [[name, value]] : [];
  });
  return new Response(answer.body, { status: answer.status, headers: [...headers, ["cache-control", "no-store"]] });
}
