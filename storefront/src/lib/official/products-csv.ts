import { csvStream } from "./csv-stream";
import type { CountedProduct } from "./schemas";

const columns = ["product", "producer", "stars", "commune", "certificate", "expires", "listed", "listings", "illustrative"] as const;
export type CsvWord = `columns.${(typeof columns)[number]}` | "yes" | "no" | "illustrative";
export type ProductPage = { products: CountedProduct[]; count: number };

/** The counted products as a CSV file; see `csvStream` for how it ends when a page cannot be read. */
export function productsCsv(
  first: ProductPage,
  ask: (offset: number) => Promise<ProductPage | null>,
  t: (word: CsvWord) => string,
): ReadableStream<Uint8Array> {
  const page = ({ products, count }: ProductPage) => ({ rows: products, count });
  return csvStream(
    page(first),
    async (offset) => {
      const answer = await ask(offset);
      return answer && page(answer);
    },
    columns.map((column) => t(`columns.${column}`)),
    (product) => productCells(product, t),
  );
}

function productCells(product: CountedProduct, t: (word: CsvWord) => string): (string | number | null)[] {
  return [
    product.name,
    product.producer_name,
    product.stars,
    product.commune?.name ?? null,
    product.certificate_code,
    product.expires_on?.slice(0, 10) ?? null,
    t(product.listings.length > 0 ? "yes" : "no"),
    product.listings.map((listing) => listing.title).join("; "),
    // Outside the page nothing else says that stars and dates of this line were made up for a trial copy.
    product.illustrative ? t("illustrative") : null,
  ];
}
