import { toBuffer } from "qrcode";
import { routing } from "@/i18n/routing";
import { awaitsPayment } from "@/lib/shop/order-progress";
import { openOrder } from "@/lib/shop/orders";
import type { OrderGroup } from "@/lib/types";

/** Wide enough to print on paper; four modules of white around, as ISO/IEC 18004 asks. */
const picture = { errorCorrectionLevel: "M", margin: 4, width: 1024, type: "png" } as const;

/** What is to be paid by scanning, as a PNG to keep among the pictures from where banking apps read it. Only while it can be paid. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; order: string }> }) {
  const { id, order: orderId } = await params;
  const key = new URL(request.url).searchParams.get("k") ?? "";
  const headers = { "cache-control": "private, no-store" };
  try {
    const opened = await openOrder(id, key, routing.defaultLocale);
    const code = opened && (orderId === "vnpay" ? vnpayCode(opened.group) : vietQrCode(opened.group, orderId));
    if (!code) return Response.json({}, { status: 404, headers });
    const png = await toBuffer(code.payload, picture);
    return new Response(new Uint8Array(png), { headers: { ...headers, "content-type": "image/png", "content-disposition": `attachment; filename="${code.name}.png"` } });
  } catch {
    return Response.json({}, { status: 502, headers });
  }
}

type Code = { payload: string; /** Of the file, so that it is found again among pictures. */ name: string };

/** The VietQR of one order. */
function vietQrCode(group: OrderGroup, orderId: string): Code | null {
  const order = group.orders.find(({ id }) => id === orderId);
  const qr = order && awaitsPayment(order) ? order.payment.vietqr : null;
  return order && qr ? { payload: qr.payload, name: `vietqr-don-${order.display_id}-${qr.amount_vnd}d-${qr.memo}` } : null;
}

/** VNPay's QR for all orders of the checkout that are due there. */
function vnpayCode(group: OrderGroup): Code | null {
  const due = group.orders.filter((order) => awaitsPayment(order) && order.payment.rail === "vnpay");
  const qr = group.vnpay?.qr;
  if (!qr || due.length === 0) return null;
  return { payload: qr.payload, name: `vnpayqr-don-${due.map(({ display_id }) => display_id).join("-")}-${due.reduce((sum, { payment }) => sum + payment.amount_vnd, 0)}d` };
}
