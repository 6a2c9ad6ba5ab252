import { toBuffer } from "qrcode";
import { routing } from "@/i18n/routing";
import { openOrder } from "@/lib/shop/orders";

/** Wide enough to print on paper; four modules of white around, as ISO/IEC 18004 asks. */
const picture = { errorCorrectionLevel: "M", margin: 4, width: 1024, type: "png" } as const;

/** The VietQR of one order as a PNG, to keep among the pictures from where banking apps read it. Only while it can be paid. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; order: string }> }) {
  const { id, order: orderId } = await params;
  const key = new URL(request.url).searchParams.get("k") ?? "";
  const headers = { "cache-control": "private, no-store" };
  try {
    const opened = await openOrder(id, key, routing.defaultLocale);
    const order = opened?.group.orders.find((candidate) => candidate.id === orderId);
    const qr = order?.state === "pending_payment" ? order.payment.vietqr : null;
    if (!order || !qr) return Response.json({}, { status: 404, headers });
    const name = `vietqr-don-${order.display_id}-${qr.amount_vnd}d-${qr.memo}.png`;
    const png = await toBuffer(qr.payload, picture);
    return new Response(new Uint8Array(png), { headers: { ...headers, "content-type": "image/png", "content-disposition": `attachment; filename="${name}"` } });
  } catch {
    return Response.json({}, { status: 502, headers });
  }
}
