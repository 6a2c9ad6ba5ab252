import { backendUrl, storeHeaders } from "@/lib/backend";
import { routing } from "@/i18n/routing";
import { orderKeyHeader } from "@/lib/shop/order-key-header";
import { openOrder } from "@/lib/shop/orders";

/** The backend's stream of "something changed", passed through for whoever may open the order. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const given = new URL(request.url).searchParams.get("k") ?? "";
  try {
    const opened = await openOrder(id, given, routing.defaultLocale);
    if (!opened) return new Response(null, { status: 404 });
    const url = new URL(`/store/order-groups/${encodeURIComponent(id)}/events`, backendUrl());
    const stream = await fetch(url, { cache: "no-store", headers: { ...storeHeaders(routing.defaultLocale), ...orderKeyHeader(opened.key), accept: "text/event-stream" }, signal: request.signal });
    // Anything but 200 ends an EventSource for good: the page then goes on asking by itself.
    if (!stream.ok || !stream.body) return new Response(null, { status: stream.status === 200 ? 502 : stream.status });
    return new Response(stream.body, {
      headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" },
    });
  } catch {
    return new Response(null, { status: 502 });
  }
}
