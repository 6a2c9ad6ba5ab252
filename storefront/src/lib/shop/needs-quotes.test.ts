import { expect, test } from "vitest";
import type { CartPart, CartPreview, ShippingQuote } from "@/lib/types";
import { placeToQuote } from "./needs-quotes";

const hanoi = { province_code: "01", commune_code: "00004" };
const destination = { ...hanoi, province_name: "Thành phố Hà Nội", commune_name: "Phường Ba Đình" };
const sends: ShippingQuote = { deliverable: true, zone: "nationwide", fee_vnd: 1, days: { min: 1, max: 2 }, free_from_vnd: null, missing_for_free_vnd: null };
const can_t: ShippingQuote = { deliverable: false, reason: "too_far", ships_within: "province", max_parcel_grams: null };
const part = (delivery: ShippingQuote | null, shipping_vnd: number | null): CartPart => ({ seller: { id: "s", handle: "s", name: "S" }, lines: [], shipping_vnd, total_vnd: 0, delivery });
const cart = (sellers: CartPart[], at: CartPreview["destination"]): CartPreview => ({ cart_id: "c", sellers, items_vnd: 0, shipping_vnd: null, total_vnd: 0, destination: at, address: null, buyer: null });

test.each([
  ["an empty basket is not quoted", cart([], null), hanoi, null],
  ["nobody knows a place", cart([part(null, null)], null), null, null],
  ["the browser knows one", cart([part(null, null)], null), hanoi, hanoi],
  ["everything is quoted", cart([part(sends, 0)], destination), null, null],
  ["a shop that can't send needs no price", cart([part(sends, 5), part(can_t, null)], destination), null, null],
  ["a shop came in since", cart([part(sends, 5), part(sends, null)], destination), { province_code: "79", commune_code: "26740" }, hanoi],
])("%s", (_name, preview, remembered, expected) => {
  expect(placeToQuote(preview, remembered)).toEqual(expected);
});
