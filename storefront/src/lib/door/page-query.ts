/** What stands behind the `?` of a page's address, as Next hands it over. */
export type PageQuery = Record<string, string | string[] | undefined>;
