import { sellerDoor } from "@/lib/door/doors";
import { doorToken } from "@/lib/door/session";
import { backendUrl } from "@/lib/backend";
import { isSameOrigin } from "@/lib/seller/same-origin";

const largestBytes = 40 * 1024 * 1024;

const refuse = (status: number, code: string) => Response.json({ code }, { status });

/**
 * A photograph on its way from the phone to the media plugin. It is streamed, never held here; the token stays
 * in the cookie, out of reach of scripts. Outside `[locale]`, because the language proxy would buffer the body.
 */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return refuse(403, "storefront.cross_origin");
  const token = await doorToken(sellerDoor);
  if (!token) return refuse(401, "storefront.no_session");
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data") || !request.body) return refuse(400, "storefront.no_photograph");
  if (Number(request.headers.get("content-length") ?? 0) > largestBytes) return refuse(413, "media.too_large");

  const length = request.headers.get("content-length");
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: request.body,
    duplex: "half",
    cache: "no-store",
    signal: request.signal,
    headers: {
      accept: "application/json",
      "accept-language": request.headers.get("x-reader-language") === "en" ? "en" : "vi",
      authorization: `Bearer ${token}`,
      "content-type": contentType,
      ...(length ? { "content-length": length } : {}),
    },
  };
  const answer = await fetch(new URL("/seller/media", backendUrl()), init).catch(() => null);
  if (!answer) return refuse(502, "storefront.backend_unreachable");
  return new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": answer.headers.get("content-type") ?? "application/json", "cache-control": "no-store" },
  });
}
