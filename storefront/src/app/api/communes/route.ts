import { toOption } from "@/lib/place/to-option";
import { listCommunes } from "@/lib/shop/places";

/** The communes of a province for the address form: `[{code, label}]`, sorted for Vietnamese readers. */
export async function GET(request: Request) {
  const province = new URL(request.url).searchParams.get("province") ?? "";
  try {
    const communes = await listCommunes(province, "vi");
    return Response.json(communes.map(toOption), { headers: { "cache-control": "public, max-age=600" } });
  } catch {
    return Response.json([], { status: 502, headers: { "cache-control": "no-store" } });
  }
}
