import fc from "fast-check";
import { expect, test } from "vitest";
import { cartSteps, deliveryAgain, planAgain, type OnSale } from "./order-again";

const item = (handle: string | null, quantity: number, unit_price_vnd = 10_000) => ({
  id: `item_${handle}`, handle, title: `Hàng ${handle}`, quantity, unit_price_vnd, total_vnd: quantity * unit_price_vnd, canceled_quantity: 0, image: null,
});
const listing = (handle: string, available_quantity: number, price_vnd = 10_000): OnSale => ({ handle, variant_id: `variant_${handle}`, price_vnd, available_quantity });

test("says what is gone, what costs something else today and of what there is less", () => {
  const plan = planAgain([{ items: [item("tra", 3), item("mat", 1)] }, { items: [item("mat", 1), item(null, 2), item("gao", 1)] }], [listing("tra", 2, 12_000), listing("mat", 9), listing("gao", 0)]);
  expect(plan.map(({ handle, wanted, now }) => [handle, wanted, now && [now.quantity, now.priceVnd]])).toEqual([
    ["tra", 3, [2, 12_000]],
    ["mat", 2, [2, 10_000]],
    [null, 2, null],
    ["gao", 1, [0, 10_000]],
  ]);
});

test("a basket is topped up, never added to", () => {
  const plan = planAgain([{ items: [item("tra", 3), item("mat", 2), item("gao", 1)] }], [listing("tra", 9), listing("mat", 9), listing("gao", 9)]);
  const basket = [{ id: "line_tra", listing_handle: "tra", quantity: 1 }, { id: "line_mat", listing_handle: "mat", quantity: 5 }];
  expect(cartSteps(plan, basket)).toEqual([
    { handle: "tra", title: "Hàng tra", quantity: 3, lineId: "line_tra" },
    { handle: "gao", title: "Hàng gao", quantity: 1, variantId: "variant_gao" },
  ]);
});

const handles = ["a", "b", "c", "d"];
const items = fc.array(fc.record({ handle: fc.constantFrom<string | null>(...handles, null), quantity: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 }).map((all) => all.map(({ handle, quantity }) => item(handle, quantity)));
const stock = fc.uniqueArray(fc.record({ handle: fc.constantFrom(...handles), available: fc.integer({ min: -2, max: 30 }) }), { selector: ({ handle }) => handle }).map((all) => all.map(({ handle, available }) => listing(handle, available)));
const basketOf = fc.uniqueArray(fc.record({ listing_handle: fc.constantFrom(...handles), quantity: fc.integer({ min: 1, max: 30 }) }), { selector: ({ listing_handle }) => listing_handle }).map((all) => all.map((line) => ({ ...line, id: `line_${line.listing_handle}` })));

test("never more than there is or was wanted, and doing it twice changes nothing", () => {
  fc.assert(
    fc.property(items, stock, basketOf, (ordered, onSale, basket) => {
      const plan = planAgain([{ items: ordered }], onSale);
      expect(plan.reduce((sum, { wanted }) => sum + wanted, 0)).toBe(ordered.reduce((sum, { quantity }) => sum + quantity, 0));
      const after = new Map(basket.map((line) => [line.listing_handle, line.quantity]));
      for (const { handle, quantity } of cartSteps(plan, basket)) {
        expect(quantity).toBeGreaterThan(after.get(handle) ?? 0);
        expect(quantity).toBeLessThanOrEqual(onSale.find((one) => one.handle === handle)!.available_quantity);
        expect(quantity).toBeLessThanOrEqual(plan.find((line) => line.handle === handle)!.wanted);
        after.set(handle, quantity);
      }
      const filled = [...after].map(([listing_handle, quantity]) => ({ id: `line_${listing_handle}`, listing_handle, quantity }));
      expect(cartSteps(plan, filled)).toEqual([]);
    }),
  );
});

const place = { name: "Cô Ba", phone: "0987654321", province_code: "19", commune_code: "05488", street: "Xóm 1" };
const address = { ...place, province_name: "Thái Nguyên", commune_name: "Tân Cương", note: null, email: null };

test("a parcel for somebody else does not become their order: a guest is asked for the own phone, an account has it", () => {
  expect(deliveryAgain({ address, buyer_receives: false }, null)).toEqual({ ...place, buyer: null });
  expect(deliveryAgain({ address, buyer_receives: true }, null)).toEqual(place);
  for (const buyer_receives of [true, false]) expect(deliveryAgain({ address, buyer_receives }, "+84912345678")).toEqual({ ...place, buyer: { phone: "+84912345678" } });
});

test("what was said besides the address comes along, and nothing empty", () => {
  expect(deliveryAgain({ address: { ...address, note: "Gọi trước", email: "ba@example.com" }, buyer_receives: true }, null)).toEqual({ ...place, note: "Gọi trước", email: "ba@example.com" });
});
