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
  const start = startOfDelivery(own, destination, who, tapped);
  expect(start.initial).toMatchObject(initial);
  expect(start.chosen).toBe(chosen);
});
