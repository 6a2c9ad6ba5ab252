import { backendUrl } from "@/lib/backend";
import { sellerDoor } from "@/lib/door/doors";
import { passDownload } from "@/lib/door/pass-download";
import { doorToken } from "@/lib/door/session";
import { largestEvidenceBytes } from "@/lib/quality-certificate";
import { isSameOrigin } from "@/lib/seller/same-origin";

type Context = { params: Promise<{ id: string }> };

const refuse = (status: number, code: string) => Response.json({ code }, { status });
const pathOf = async ({ params }: Context) => `/seller/quality-certificates/${encodeURIComponent((await params).id)}/evidence`;

/** The scan of an own paper. */
export async function GET(_request: Request, context: Context) {
  return passDownload(sellerDoor, await pathOf(context));
}

/** A scan on its way from the phone: streamed, never held here. */
export async function POST(request: Request, context: Context) {
  if (!isSameOrigin(request.headers)) return refuse(403, "storefront.cross_origin");
  const token = await doorToken(sellerDoor);
  if (!token) return refuse(401, "storefront.no_session");
  const length = request.headers.get("content-length");
  if (!request.body) return refuse(400, "storefront.no_file");
  // The backend says it in words; what is far beyond is not even passed on.
  if (Number(length ?? 0) > 4 * largestEvidenceBytes) return refuse(413, "quality_certificates.evidence_too_large");
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: request.body,
    duplex: "half",
    cache: "no-store",
    signal: request.signal,
    headers: {
      "accept-language": request.headers.get("x-reader-language") === "en" ? "en" : "vi",
      authorization: `Bearer ${token}`,
      "content-type": "application/octet-stream",
      ...(length ? { "content-length": length } : {}),
    },
  };
  const answer = await fetch(new URL(await pathOf(context), backendUrl()), init).catch(() => null);
  if (!answer) return refuse(502, "storefront.backend_unreachable");
  return new Response(answer.body, { status: answer.status, headers: { "content-type": "application/json", "cache-control": "no-store" } });
}
