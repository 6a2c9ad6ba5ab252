export const pageSize = 50;

export type ProductQuery = { listed?: "true" | "false"; stars?: 3 | 4 | 5; page: number };

/** Reads `?listed=&stars=&page=`; what is not understood is as if it were not there. */
export function readProductQuery(query: Record<string, string | string[] | undefined>): ProductQuery {
  const listed = query.listed === "true" || query.listed === "false" ? query.listed : undefined;
  const stars = ([3, 4, 5] as const).find((count) => String(count) === query.stars);
  const page = /^[1-9]\d{0,3}$/.test(String(query.page ?? "")) ? Number(query.page) : 1;
  return { listed, stars, page };
}

/** The address of a list; without `page` it starts at the first. */
export function productsHref(unit: string, { listed, stars, page = 1 }: Partial<ProductQuery>): string {
  const query = new URLSearchParams();
  if (listed) query.set("listed", listed);
  if (stars) query.set("stars", String(stars));
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `/dieu-hanh/${unit}/san-pham${text ? `?${text}` : ""}`;
}
