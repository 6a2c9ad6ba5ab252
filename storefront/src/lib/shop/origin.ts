import "server-only";

/** The public address of this shop without a slash at the end, for what leaves the page: labels, structured data. */
export function shopOrigin(): string {
  return (process.env.STOREFRONT_URL ?? "http://localhost:8000").replace(/\/+$/, "");
}
