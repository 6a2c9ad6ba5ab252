import { connect } from "../../lib/database.mjs";
import { Problem } from "../../lib/problem.mjs";
import { httpClient } from "./http-client.mjs";

/** Lines of every basket of the bench: as many in the stock shop as sellers in ours. */
export const LINES = 3;

/** Both shops: which goods the nth buyer takes. Coprime strides, so that baskets differ and goods repeat evenly. */
const basketOf = (goods, buyer) => Array.from({ length: LINES }, (_, line) => goods[(buyer * 7 + line * 11) % goods.length]);

let buyers = 0;
const newBuyer = () => ({ number: (buyers += 1), email: `buyer-${buyers}@example.com` });

/** The journey Medusa documents for a storefront, with its system payment provider. */
export function stockJourney({ backend, shop }) {
  const { get, post } = httpClient(backend.url, { headers: { "x-publishable-api-key": shop.publishable_key } });
  const address = (email) => ({ first_name: "Người mua", last_name: "thử", phone: "0912345678", address_1: "Số 1, xóm Thử", city: "Hà Nội", country_code: "vn", postal_code: "100000", metadata: { email } });
  return async (step) => {
    const { number, email } = newBuyer();
    const { cart } = await step("create cart", () => post("/store/carts?fields=id", { region_id: shop.region_id }));
    for (const variant_id of basketOf(shop.variant_ids, number)) await step("add lines", () => post(`/store/carts/${cart.id}/line-items?fields=id`, { variant_id, quantity: 1 }));
    await step("see basket", () => get(`/store/carts/${cart.id}`));
    await step("address", () => post(`/store/carts/${cart.id}?fields=id`, { email, shipping_address: address(email), billing_address: address(email) }));
    await step("shipping", async () => {
      const { shipping_options: [option] } = await get(`/store/shipping-options?cart_id=${cart.id}`);
      await post(`/store/carts/${cart.id}/shipping-methods?fields=id`, { option_id: option.id });
    });
    await step("payment session", async () => {
      const { payment_collection } = await post("/store/payment-collections", { cart_id: cart.id });
      await post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" });
    });
    const done = await step("place", () => post(`/store/carts/${cart.id}/complete`));
    if (done.type !== "order") throw new Error(`complete answered ${done.type}: ${done.error?.message ?? ""}`);
  };
}

/** Goods of the demonstration's active sellers with an account, one per seller, with stock that does not end; not of shops that ship to some places only. */
export async function ourGoods(databaseUrl) {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query(`
      select distinct on (s.id) v.id as variant_id from seller s
      join listing l on l.seller_id = s.id and l.illustrative and l.deleted_at is null
      join product p on p.id = l.product_id and p.status = 'published' and p.deleted_at is null
      join product_variant v on v.product_id = p.id and v.deleted_at is null
      where s.status = 'active' and s.illustrative and s.bank_account_number is not null
        and not exists (select from shipping_tariff t where t.owner_id = s.id and t.ships_within <> 'nationwide' and t.deleted_at is null) order by s.id, v.id`);
    if (rows.length < 12) throw new Problem("The demonstration has too few sellers for the bench.");
    await client.query(`update inventory_level set stocked_quantity = 1000000, raw_stocked_quantity = '{"value": "1000000", "precision": 20}'`);
    return rows.map((row) => row.variant_id);
  } finally {
    await client.end();
  }
}

/** Three sellers, three orders, three QR codes: what the storefront asks of the backend for one buyer. */
export async function fairJourney({ backend, key, goods }, { rail = "vietqr" } = {}) {
  const { get, post } = httpClient(backend.url, { headers: { "x-publishable-api-key": key } });
  const { regions } = await get("/store/regions");
  const { units: [province] } = await get("/store/administrative-units/provinces");
  const { units: [commune] } = await get(`/store/administrative-units/communes?province=${province.code}`);
  const address = { name: "Người mua thử", phone: "0912345678", province_code: province.code, commune_code: commune.code, street: "Số 1, xóm Thử" };
  return async (step) => {
    const { number, email } = newBuyer();
    const { cart } = await step("create cart", () => post("/store/carts?fields=id", { region_id: regions[0].id }));
    for (const variant_id of basketOf(goods, number)) await step("add lines", () => post(`/store/carts/${cart.id}/line-items?fields=id`, { variant_id, quantity: 1 }));
    await step("see basket", () => get(`/store/carts/${cart.id}/preview`));
    const { sellers } = await step("address + shipping", () => post(`/store/carts/${cart.id}/delivery`, { ...address, email }));
    if (sellers.length !== LINES) throw new Error(`the basket has ${sellers.length} sellers`);
    const { order_group } = await step("place", () => post(`/store/carts/${cart.id}/place`, { rail }));
    return { cartId: cart.id, ...order_group };
  };
}
