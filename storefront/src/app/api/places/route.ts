import { searchCommunes } from "@/lib/place/search";

/** Communes by what was typed, old names too, for the address picker: `[{province, commune, old}]`, the best first. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").replace(/\p{Cc}+/gu, " ").slice(0, 100);
  const province = searchParams.get("province") ?? "";
  try {
    const hits = await searchCommunes(q, /^\d{2}$/.test(province) ? province : null, "vi");
    return Response.json(hits, { headers: { "cache-control": "public, max-age=600" } });
  } catch {
    return Response.json([], { status: 502, headers: { "cache-control": "no-store" } });
  }
}
