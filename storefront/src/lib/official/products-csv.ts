import { byteOrderMark, csvLine } from "./csv";
import type { CountedProduct } from "./schemas";

const columns = ["product", "producer", "stars", "commune", "certificate", "expires", "listed", "listings", "illustrative"] as const;
export type CsvWord = `columns.${(typeof columns)[number]}` | "yes" | "no" | "illustrative";
export type ProductPage = { products: CountedProduct[]; count: number };

/**
 * The counted products as a CSV file that is written while it is read, page after page.
 * `ask` gives the page that starts at an offset, or null when it could not be read: then the download breaks off
 * visibly, rather than end early as if it were whole.
 */
export function productsCsv(
  first: ProductPage,
  ask: (offset: number) => Promise<ProductPage | null>,
  t: (word: CsvWord) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: ProductPage | null = first;
  let offset = 0;
  return new ReadableStream<Uint8Array>({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + csvLine(columns.map((column) => t(`columns.${column}`))))),
    async pull(file) {
      const page = next ?? (await ask(offset));
      next = null;
      if (!page) return file.error(new Error("the list broke off"));
      file.enqueue(encoder.encode(page.products.map((product) => productLine(product, t)).join("")));
      offset += page.products.length;
      if (page.products.length === 0 || offset >= page.count) file.close();
    },
  });
}

function productLine(product: CountedProduct, t: (word: CsvWord) => string): string {
  return csvLine([
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
  ]);
}
