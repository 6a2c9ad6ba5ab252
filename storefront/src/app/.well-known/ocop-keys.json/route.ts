import { listKeys } from "@/lib/shop/catalogue";

export const dynamic = "force-dynamic";

const open = { "access-control-allow-origin": "*" };

/** The public keys of the labels, as a JWK set for any program and any web page (RFC 8615, RFC 7517; docs/ocop-statement.md). */
export async function GET() {
  try {
    const { keys } = await listKeys("vi");
    return Response.json({ keys }, { headers: { ...open, "cache-control": "public, max-age=300, stale-if-error=86400" } });
  } catch {
    return Response.json({ error: "the register does not answer" }, { status: 502, headers: { ...open, "cache-control": "no-store" } });
  }
}
