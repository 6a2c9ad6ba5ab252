// The public face of @cho-phien/search: what other packages may import.
export { findListings, type FoundListings, type ListingSearch, type ListingSort } from "./find-listings"
export { reconcileListingIndex } from "./reconcile-listing-index"
export { rebuildSearchIndexWorkflow } from "./workflows/rebuild-search-index"
