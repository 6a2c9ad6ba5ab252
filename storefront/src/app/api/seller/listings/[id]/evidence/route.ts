import { localeHref } from "@/i18n/locale-href";
import { sellerDoor } from "@/lib/door/doors";
import { fetchDoorFile, passFile } from "@/lib/door/pass-file";
import { evidenceQuery, problemOf } from "@/lib/seller/evidence";

/**
 * The statement of evidence as a file. A form without scripts leads here, so a refusal goes back to the page, which says
 * it and keeps what was chosen; whoever is logged out logs in and comes back.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asked = new URL(request.url).searchParams;
  const locale = asked.get("locale") === "en" ? "en" : "vi";
  const query = evidenceQuery(asked);
  const page = `/ban-hang/hang/${encodeURIComponent(id)}`;
  const file = asked.get("file") === "xlsx" ? "xlsx" : "pdf";
  const answer = await fetchDoorFile(sellerDoor, `/seller/listings/${encodeURIComponent(id)}/evidence.${file}?${query}`, locale);
  if (!answer || answer.status === 401) return goTo(localeHref(locale, `/ban-hang/dang-nhap?${new URLSearchParams({ next: page })}`));
  if (answer.ok) return passFile(answer);
  query.set("problem", await problemOf(answer));
  return goTo(`${localeHref(locale, page)}?${query}#bang-ke`);
}

/** Relative, so that it holds behind any proxy. */
function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
