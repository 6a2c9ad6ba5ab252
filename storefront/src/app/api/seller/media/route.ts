import { sellerDoor } from "@/lib/door/doors";
import { passOn } from "@/lib/door/pass-on";

const largestBytes = 40 * 1024 * 1024;

/** A photograph on its way from the phone to the media plugin. Outside `[locale]`, because the language proxy would buffer the body. */
export function POST(request: Request) {
  const multipart = (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");
  if (!multipart || !request.body) return Response.json({ code: "storefront.no_photograph" }, { status: 400 });
  return passOn(request, { door: sellerDoor, path: "/seller/media", largestBytes, tooLarge: "media.too_large" });
}
