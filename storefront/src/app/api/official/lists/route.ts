import { backendUrl } from "@/lib/backend";
import { officialDoor } from "@/lib/door/doors";
import { doorToken } from "@/lib/door/session";
import { isSameOrigin } from "@/lib/seller/same-origin";

const largestBytes = 5 * 1024 * 1024;

const refuse = (status: number, code: string) => Response.json({ code }, { status });

/** An official list on its way to be checked or, with `plan`, to be written. The token stays in the cookie, out of reach of scripts. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return refuse(403, "storefront.cross_origin");
  const token = await doorToken(officialDoor);
  if (!token) return refuse(401, "storefront.no_session");
  // Said here as well, so that a huge file is not carried through two servers to be refused.
  if (Number(request.headers.get("content-length") ?? 0) > largestBytes) return refuse(413, "ocop.list_too_large");
  const asked = new URL(request.url).searchParams;
  const plan = asked.get("plan");
  const target = new URL(plan ? "/official/official-lists" : "/official/official-lists/preview", backendUrl());
  for (const name of plan ? ["filename", "plan", "skip_invalid"] : ["filename"]) {
    const value = asked.get(name);
    if (value) target.searchParams.set(name, value);
  }
  const answer = await fetch(target, {
    method: "POST",
    body: await request.arrayBuffer(),
    cache: "no-store",
    headers: {
      accept: "application/json",
      "accept-language": request.headers.get("x-reader-language") === "en" ? "en" : "vi",
      authorization: `Bearer ${token}`,
      "content-type": "application/octet-stream",
    },
  }).catch(() => null);
  if (!answer) return refuse(502, "storefront.backend_unreachable");
  return new Response(answer.body, { status: answer.status, headers: { "content-type": "application/json", "cache-control": "no-store" } });
}
