import { listCommunes } from "@/lib/shop/places";

/** The communes of a province for the address form: `[{value, label}]`, sorted for Vietnamese readers. */
export async function GET(request: Request) {
  const province = new URL(request.url).searchParams.get("province") ?? "";
  try {
    const communes = await listCommunes(province, "vi");
    const options = communes.map(({ code, full_name }) => ({ value: code, label: full_name }));
    return Response.json(options, { headers: { "cache-control": "public, max-age=600" } });
  } catch {
    return Response.json([], { status: 502, headers: { "cache-control": "no-store" } });
  }
}
