import { expect, test } from "vitest";
import { fromGuest, readDelivery, toAddressBody, toDeliveryBody, toFormFields } from "./delivery-values";

function typed(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: " Lan ", phone: "0912 345 678", recipient_name: "", recipient_phone: "", province_code: "01", commune_code: "00004", street: "Số 9", note: "", email: "", ...fields })) form.set(name, value);
  return readDelivery(form);
}

const place = { province_code: "01", commune_code: "00004", street: "Số 9" };
const gift = { other_receives: "yes", recipient_name: "Mai", recipient_phone: "0987 654 321" };

test("who receives what was ordered is named once", () => {
  expect(toDeliveryBody(typed({}), null)).toEqual({ name: "Lan", phone: "0912 345 678", ...place });
  // What was typed before the box was unticked again counts for nothing.
  expect(toDeliveryBody(typed({ ...gift, other_receives: "" }), null)).toEqual({ name: "Lan", phone: "0912 345 678", ...place });
});

test("a parcel for somebody else is theirs to receive and the buyer's to own", () => {
  expect(toDeliveryBody(typed({ ...gift, note: "gọi trước", email: "lan@example.com" }), null)).toEqual({
    ...{ name: "Mai", phone: "0987 654 321", ...place, note: "gọi trước", email: "lan@example.com" },
    buyer: { name: "Lan", phone: "0912 345 678" },
  });
  expect(toAddressBody(typed(gift))).toEqual({ name: "Mai", phone: "0987 654 321", ...place });
});

test("an account's phone is the buyer's, whatever the form was; when its login has ended, nobody's is", () => {
  const account = { phone: "+84900000001" };
  expect(toDeliveryBody(typed({ ordered_by: "account" }), account)).toMatchObject({ name: "Lan", phone: "0912 345 678", buyer: account });
  expect(toDeliveryBody(typed(gift), account)).toMatchObject({ name: "Mai", phone: "0987 654 321", buyer: account });
  expect(toDeliveryBody(typed({ ordered_by: "account" }), null)).toMatchObject({ phone: "0912 345 678", buyer: null });
});

test("refusals stand at the field that was typed", () => {
  const fields = { name: "a", phone: "b", "buyer.name": "c", "buyer.phone": "d", street: "e" };
  expect(toFormFields(fields, { other_receives: true })).toEqual({ recipient_name: "a", recipient_phone: "b", name: "c", phone: "d", street: "e" });
  expect(toFormFields({ name: "a", phone: "b" }, { other_receives: false })).toEqual({ name: "a", phone: "b" });
});

test("what a guest's form starts from is sent as it came", () => {
  const address = { name: "Mai", phone: "+84987654321", ...place, province_name: "Hà Nội", commune_name: "Ba Đình", note: null, email: null };
  const buyer = { name: "Lan", phone: "+84912345678" };
  expect(toDeliveryBody(fromGuest(address, null, buyer), null)).toEqual({ name: "Mai", phone: "0987 654 321", ...place, buyer: { name: "Lan", phone: "0912 345 678" } });
  expect(toDeliveryBody(fromGuest(address, null, { name: null, phone: address.phone }), null)).toEqual({ name: "Mai", phone: "0987 654 321", ...place });
});
