import { backendUrl } from "@/lib/backend";

const pathShape = /^[\w-]+\/[\w-]+\.(avif|webp)$/;
const passedOn = ["content-type", "content-length", "etag", "last-modified"];

/** Pictures come from the shop's own address, so that one connection serves page and picture. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const path = (await params).path.join("/");
  if (!pathShape.test(path)) return new Response(null, { status: 404 });

  const ifNoneMatch = request.headers.get("if-none-match");
  const upstream = await fetch(new URL(`/media/${path}`, backendUrl()), {
    cache: "no-store",
    signal: request.signal,
    headers: { "accept-encoding": "identity", ...(ifNoneMatch ? { "if-none-match": ifNoneMatch } : {}) },
  }).catch(() => null);
  if (!upstream) return new Response(null, { status: 502 });
  if (upstream.status !== 200 && upstream.status !== 304) return new Response(null, { status: upstream.status });

  const headers = new Headers({
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  for (const name of passedOn) {
    const value = upstream.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(upstream.body, { status: upstream.status, headers });
}
