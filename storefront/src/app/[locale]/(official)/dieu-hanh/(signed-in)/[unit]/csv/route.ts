import { getLocale, getTranslations } from "next-intl/server";
import { officialDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { doorToken } from "@/lib/door/session";
import { productsCsv } from "@/lib/official/products-csv";
import { productsSchema } from "@/lib/official/schemas";
import { unitCode } from "@/lib/official/unit-code";

const perCall = 200;

/** The counted products of an area as a CSV file. */
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

  const file = productsCsv(first.data, async (offset) => ask(offset).then((page) => (page.ok ? page.data : null)), t);
  const filename = t("filename", { unit, date: new Date().toISOString().slice(0, 10) });
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}"`,
      "cache-control": "no-store",
    },
  });
}
