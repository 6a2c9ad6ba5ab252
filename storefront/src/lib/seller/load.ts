import "server-only";
import { callBackend } from "@/lib/backend";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { cashChoiceAnswer, listingAnswer, listingsAnswer, meSchema, orderAnswer, ordersAnswer } from "./schemas";

/** What the seller's pages read. `here` is the page to come back to after a login. */
export const loadMe = (here: string) => loadDoor(sellerDoor, { path: "/seller/me", schema: meSchema, here });

export const loadOrders = async (here: string) =>
  (await loadDoor(sellerDoor, { path: "/seller/orders", schema: ordersAnswer, here })).orders;

export const loadOrder = async (id: string, here: string) =>
  (await loadDoor(sellerDoor, { path: `/seller/orders/${encodeURIComponent(id)}`, schema: orderAnswer, here })).order;

export const loadCashChoice = async (here: string) =>
  (await loadDoor(sellerDoor, { path: "/seller/cash-on-delivery", schema: cashChoiceAnswer, here })).cash_on_delivery;

export const loadListings = async (here: string) =>
  (await loadDoor(sellerDoor, { path: "/seller/listings", schema: listingsAnswer, here })).listings;

export const loadListing = async (id: string, here: string) =>
  (await loadDoor(sellerDoor, { path: `/seller/listings/${encodeURIComponent(id)}`, schema: listingAnswer, here })).listing;

/** The product sets with a scoring sheet in force. None where the backend does not say: a choice less, not a broken page. */
export async function listScoringSheets(locale: string): Promise<{ set_no: number; name: string }[]> {
  const answer = await callBackend<{ scoring_sheets: { set_no: number; name: string }[] }>("/store/ocop/scoring-sheets", { locale }).catch(() => null);
  return answer?.scoring_sheets ?? [];
}
