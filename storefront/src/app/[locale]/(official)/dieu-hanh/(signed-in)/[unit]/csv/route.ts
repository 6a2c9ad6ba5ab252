import { getLocale, getTranslations } from "next-intl/server";
import { officialDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { doorToken } from "@/lib/door/session";
import { byteOrderMark, csvLine } from "@/lib/official/csv";
import { type CountedProduct, productsSchema } from "@/lib/official/schemas";
import { unitCode } from "@/lib/official/unit-code";

const perCall = 200;

/** The counted products of an area as CSV, read page by page and sent as it comes. */
export async function GET(_request: Request, { params }: { params: Promise<{ unit: string }> }) {
  const unit = unitCode((await params).unit);
  const token = await doorToken(officialDoor);
  if (!unit) return new Response(null, { status: 404 });
  if (!token) return new Response(null, { status: 401 });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("official.csv")]);
  const ask = (offset: number) =>
    doorRequest({
      path: "/official/listing-rate/products",
      query: { unit, limit: perCall, offset },
      schema: productsSchema,
      token,
      locale,
    });
  const first = await ask(0);
  if (!first.ok) return new Response(first.message || null, { status: first.status || 502 });

  const heading = (["product", "producer", "stars", "commune", "certificate", "expires", "listed", "listings"] as const).map(
    (column) => t(`columns.${column}`),
  );
  const line = (product: CountedProduct) =>
    csvLine([
      product.name,
      product.producer_name,
      product.stars,
      product.commune?.name ?? null,
      product.certificate_code,
      product.expires_on?.slice(0, 10) ?? null,
      t(product.listings.length > 0 ? "yes" : "no"),
      product.listings.map((listing) => listing.title).join("; "),
    ]);

  const encoder = new TextEncoder();
  let offset = 0;
  let next: typeof first | null = first;
  const lines = new ReadableStream<Uint8Array>({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + csvLine(heading))),
    async pull(file) {
      const page = next ?? (await ask(offset));
      next = null;
      if (!page.ok) return file.error(new Error("the list broke off"));
      const { products, count } = page.data;
      file.enqueue(encoder.encode(products.map(line).join("")));
      offset += products.length;
      if (products.length === 0 || offset >= count) file.close();
    },
  });

  const filename = t("filename", { unit, date: new Date().toISOString().slice(0, 10) });
  return new Response(lines, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}"`,
      "cache-control": "no-store",
    },
  });
}
