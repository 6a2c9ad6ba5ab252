import { localeHref } from "@/i18n/locale-href";
import { sellerDoor } from "@/lib/door/doors";
import { fetchDoorFile, passFile } from "@/lib/door/pass-file";
import { earningsQuery } from "@/lib/seller/earnings";

const page = "/ban-hang/doi-soat";

/** The statement of money as a file. A refusal goes back to the page, which says why; whoever is logged out logs in. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const query = earningsQuery(asked);
  const file = asked.get("file") === "csv" ? "csv" : "xlsx";
  const locale = asked.get("locale") === "en" ? "en" : "vi";
  const answer = await fetchDoorFile(sellerDoor, `/seller/earnings.${file}?${query}`, locale);
  if (!answer || answer.status === 401) return goTo(localeHref(locale, `/ban-hang/dang-nhap?${new URLSearchParams({ next: page })}`));
  return answer.ok ? passFile(answer) : goTo(`${localeHref(locale, page)}?${query}`);
}

/** Relative, so that it holds behind any proxy. */
function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
