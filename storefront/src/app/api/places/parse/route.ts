import { BackendError } from "@/lib/backend-error";
import { oneLine } from "@/lib/place/address-line";
import { readAddress } from "@/lib/place/search";

const headers = { "cache-control": "no-store" };

/** Reads a pasted address line for the address picker. The line travels in the body, so that it stands in no log. */
export async function POST(request: Request) {
  try {
    const body: unknown = await request.json().catch(() => null);
    const text = typeof body === "object" && body !== null && "text" in body && typeof body.text === "string" ? oneLine(body.text) : "";
    if (!text) return Response.json({}, { status: 400, headers });
    return Response.json(await readAddress(text, "vi"), { headers });
  } catch (error) {
    return Response.json({}, { status: error instanceof BackendError && error.status < 500 ? 400 : 502, headers });
  }
}
