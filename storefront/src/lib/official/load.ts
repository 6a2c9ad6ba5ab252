import "server-only";
import { officialDoor } from "@/lib/door/doors";
import { callDoor, loadDoor } from "@/lib/door/session";
import { listingRateSchema, meSchema, productsSchema } from "./schemas";

/** What the officials' pages read. `here` is the page to come back to after a login. */
export const loadMe = (here: string) => loadDoor(officialDoor, { path: "/official/me", schema: meSchema, here });

/** An answer, because a foreign area (403) and an unknown one (404) have pages of their own. */
export const askListingRate = (unit: string, here: string) =>
  callDoor(officialDoor, { path: "/official/listing-rate", query: { unit }, schema: listingRateSchema, here });

export type ProductFilter = { listed?: "true" | "false"; stars?: number; limit: number; offset: number };

export const askProducts = (unit: string, filter: ProductFilter, here: string) =>
  callDoor(officialDoor, {
    path: "/official/listing-rate/products",
    query: { unit, ...filter },
    schema: productsSchema,
    here,
  });
