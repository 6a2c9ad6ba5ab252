import { backendUrl, storeHeaders } from "@/lib/backend";
import { readableSegment } from "@/lib/shop/readable-segment";

const files = ["label.svg", "label.png", "labels.pdf"];
const passedOn = ["content-type", "content-disposition", "content-length"];

/** The labels of a certificate as the backend draws them; a refusal is passed on as the sentence a person reads. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string; file: string }> }) {
  const { code, file } = await params;
  if (!files.includes(file)) return new Response(null, { status: 404 });
  const url = new URL(`/store/certificates/${encodeURIComponent(readableSegment(code))}/${file}`, backendUrl());
  for (const [name, value] of new URL(request.url).searchParams) url.searchParams.append(name, value);
  const language = request.headers.get("accept-language")?.startsWith("en") ? "en" : "vi";
  const answer = await fetch(url, { cache: "no-store", signal: request.signal, headers: storeHeaders(language) }).catch(() => null);
  if (!answer) return new Response(null, { status: 502 });
  if (!answer.ok) {
    const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
    return new Response(message ?? null, { status: answer.status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
  }
  // As the backend says: a label is only as good as the register is today.
  const headers = new Headers({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  for (const name of passedOn) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { headers });
}
