import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { officialDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { callDoor, doorToken, loadDoor } from "@/lib/door/session";
import { listingRateSchema, meSchema, productsSchema } from "./schemas";

/** What the officials' pages read. `here` is the page to come back to after a login. */
export const loadMe = (here: string) => loadDoor(officialDoor, { path: "/official/me", schema: meSchema, here });

/** For the menu, which stands on every page and must not be what fails: null when it is not to be had. */
export const ownRole = cache(async (): Promise<string | null> => {
  const token = await doorToken(officialDoor);
  if (!token) return null;
  const answer = await doorRequest({ path: "/official/me", schema: meSchema, token, locale: await getLocale() });
  return answer.ok ? answer.data.official.role : null;
});

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
