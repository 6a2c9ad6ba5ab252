import { expect, test } from "vitest";
import type { DeliveryAddress } from "@/lib/types";
import type { Buyer } from "./buyer-schema";
import { startOfDelivery } from "./start-of-delivery";

const at = (commune_code: string) => ({ province_code: "01", province_name: "Hà Nội", commune_code, commune_name: `Phường ${commune_code}` });

const saved = (id: string, commune_code: string) => ({ id, name: "Lan", phone: "+84912345678", street: `Số ${id}`, note: null, ...at(commune_code) });
const buyer: Buyer = { id: "cus", name: "Trần Thị Lan", phone: "+84912345678", phone_readable: "0912 345 678", addresses: [saved("a", "00004"), saved("b", "00008")] };
const address: DeliveryAddress = { name: "Mai", phone: "+84987654321", street: "Số 9", note: null, email: "mai@example.com", ...at("00004") };

test.each([
  ["a guest without anything", null, null, null, undefined, { name: "", street: "", commune_code: "" }, undefined],
  ["a guest who chose a place", null, at("00008"), null, undefined, { name: "", commune_code: "00008" }, undefined],
  ["the basket's own address stands before saved ones", address, at("00004"), buyer, undefined, { name: "Mai", street: "Số 9" }, undefined],
  ["a tapped one stands before that", address, at("00004"), buyer, "b", { name: "Lan", street: "Số b", email: "mai@example.com" }, "b"],
  ["the latest saved one", null, null, buyer, undefined, { street: "Số a" }, "a"],
  ["the one that lies where the basket goes", null, at("00008"), buyer, undefined, { street: "Số b" }, "b"],
  ["none lies there: name, phone and place", null, at("00099"), buyer, undefined, { name: "Trần Thị Lan", phone: "0912 345 678", street: "", commune_code: "00099" }, undefined],
  ["a stranger's id is nothing", null, null, { ...buyer, addresses: [] as Buyer["addresses"] }, "z", { name: "Trần Thị Lan", street: "" }, undefined],
] as const)("%s", (_name, own, destination, who, tapped, initial, chosen) => {
  const start = startOfDelivery({ address: own, destination, buyer: null }, who, tapped);
  expect(start.initial).toMatchObject(initial);
  expect(start.chosen).toBe(chosen);
});

const own = { name: "Lan", phone: "+84912345678" };
const cart = { address, destination: at("00004"), buyer: own };

test.each([
  ["who orders and receives writes one phone", { ...cart, buyer: { name: "Mai", phone: address.phone } }, { name: "Mai", phone: "0987 654 321", other_receives: false, recipient_name: "" }],
  ["a recipient stays apart from who orders", cart, { name: "Lan", phone: "0912 345 678", other_receives: true, recipient_name: "Mai", recipient_phone: "0987 654 321", street: "Số 9" }],
  ["also on the same phone, when it is another name", { ...cart, buyer: { name: "Lan", phone: address.phone } }, { name: "Lan", other_receives: true, recipient_name: "Mai" }],
  ["of an address nobody ordered to yet only the recipient is known", { ...cart, buyer: null }, { name: "", phone: "", other_receives: true, recipient_name: "Mai", recipient_phone: "0987 654 321" }],
  ["another place keeps who orders", { ...cart, address: null }, { name: "Lan", phone: "0912 345 678", other_receives: false, street: "" }],
] as const)("a guest: %s", (_name, from, initial) => {
  expect(startOfDelivery(from, null, undefined).initial).toMatchObject({ ordered_by: "guest", ...initial });
});

test("an account is asked for the parcel's name and phone only", () => {
  expect(startOfDelivery(cart, buyer, undefined).initial).toMatchObject({ ordered_by: "account", name: "Mai", phone: "0987 654 321", other_receives: false });
});
