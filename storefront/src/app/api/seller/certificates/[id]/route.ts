import { sellerDoor } from "@/lib/door/doors";
import { passDownload } from "@/lib/door/pass-download";
import { passOn } from "@/lib/door/pass-on";
import { largestEvidenceBytes } from "@/lib/quality-certificate";

type Context = { params: Promise<{ id: string }> };

const pathOf = async ({ params }: Context) => `/seller/quality-certificates/${encodeURIComponent((await params).id)}/evidence`;

/** The scan of an own paper. */
export async function GET(_request: Request, context: Context) {
  return passDownload(sellerDoor, await pathOf(context));
}

/** A scan on its way from the phone. */
export async function POST(request: Request, context: Context) {
  if (!request.body) return Response.json({ code: "storefront.no_file" }, { status: 400 });
  return passOn(request, {
    door: sellerDoor,
    path: await pathOf(context),
    // The backend says it in words; what is far beyond is not even passed on.
    largestBytes: 4 * largestEvidenceBytes,
    tooLarge: "quality_certificates.evidence_too_large",
    contentType: "application/octet-stream",
  });
}
