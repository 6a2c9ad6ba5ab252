import { pageSize, searchHref, type SearchFilters } from "@/lib/shop/search-filters";
import { PageLinks } from "./page-links";

export function SearchPages({ filters, count }: { filters: SearchFilters; count: number }) {
  return <PageLinks page={filters.page} pages={Math.ceil(count / pageSize)} hrefOf={(page) => searchHref(filters, { page })} />;
}
