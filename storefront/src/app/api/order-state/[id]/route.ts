import { routing } from "@/i18n/routing";
import { orderSignature } from "@/lib/shop/order-progress";
import { openOrder } from "@/lib/shop/orders";

/** A few bytes that change when the order page has something new to show. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const key = new URL(request.url).searchParams.get("k") ?? "";
  const headers = { "cache-control": "private, no-store" };
  try {
    const opened = await openOrder(id, key, routing.defaultLocale);
    if (!opened) return Response.json({}, { status: 404, headers });
    return Response.json({ signature: orderSignature(opened.group) }, { headers });
  } catch {
    return Response.json({}, { status: 502, headers });
  }
}
