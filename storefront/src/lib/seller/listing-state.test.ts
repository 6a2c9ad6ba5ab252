import { expect, test } from "vitest";
import { listingStateOf, netAmount } from "./listing-state";

test("on sale with nothing left is sold out; nothing else is", () => {
  expect(listingStateOf({ status: "published", available_quantity: 0 })).toBe("sold_out");
  expect(listingStateOf({ status: "published", available_quantity: 3 })).toBe("published");
  expect(listingStateOf({ status: "published", available_quantity: null })).toBe("published");
  expect(listingStateOf({ status: "proposed", available_quantity: 0 })).toBe("proposed");
});

test("net amounts in the largest plain unit", () => {
  expect(netAmount({ net_weight_grams: 200 }, "vi")).toBe("200\u00a0g");
  expect(netAmount({ net_weight_grams: 1500 }, "vi")).toBe("1,5\u00a0kg");
  expect(netAmount({ net_volume_ml: 1500 }, "en")).toBe("1.5\u00a0l");
  expect(netAmount({}, "vi")).toBeNull();
});
