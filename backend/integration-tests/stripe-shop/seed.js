const { writeFileSync } = require("node:fs");
const { ContainerRegistrationKeys, Modules, ProductStatus } = require("@medusajs/framework/utils");
const flows = require("@medusajs/medusa/core-flows");

const PROVIDER = "pp_cho-phien_vietqr";

/** A shop with one good, one way to send it and one way to pay. medusa exec ./seed.js <file> writes what a buyer and the operator need. */
module.exports.default = async function seed({ container, args: [file] }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result;
  const link = container.resolve(ContainerRegistrationKeys.LINK);
  const fulfillment = container.resolve(Modules.FULFILLMENT);

  const [store] = await container.resolve(Modules.STORE).listStores();
  const [channel] = await run(flows.createSalesChannelsWorkflow, { salesChannelsData: [{ name: "Web" }] });
  await run(flows.updateStoresWorkflow, { selector: { id: store.id }, update: { default_sales_channel_id: channel.id, supported_currencies: [{ currency_code: "vnd", is_default: true }] } });
  const [region] = await run(flows.createRegionsWorkflow, { regions: [{ name: "VN", currency_code: "vnd", countries: ["vn"], payment_providers: [PROVIDER] }] });
  await run(flows.createTaxRegionsWorkflow, [{ country_code: "vn", provider_id: "tp_system" }]);

  const [location] = await run(flows.createStockLocationsWorkflow, { locations: [{ name: "Kho", address: { country_code: "vn", city: "Thái Nguyên", address_1: "Số 1" } }] });
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel.id] });
  const stockLocation = { [Modules.STOCK_LOCATION]: { stock_location_id: location.id } };
  const zone = { name: "VN", geo_zones: [{ type: "country", country_code: "vn" }] };
  const set = await fulfillment.createFulfillmentSets({ name: "Kho", type: "shipping", service_zones: [zone] });
  await link.create([
    { ...stockLocation, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } },
    { ...stockLocation, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
  ]);
  const [profile] = await run(flows.createShippingProfilesWorkflow, { data: [{ name: "Hàng", type: "default" }] });
  const [option] = await run(flows.createShippingOptionsWorkflow, [
    {
      name: "Giao thường", price_type: "flat", provider_id: "manual_manual", service_zone_id: set.service_zones[0].id, shipping_profile_id: profile.id,
      type: { label: "Giao thường", description: "2-3 ngày", code: "standard" }, prices: [{ currency_code: "vnd", amount: 20_000 }],
    },
  ]);

  const [product] = await run(flows.createProductsWorkflow, {
    products: [
      {
        title: "Chè xanh", status: ProductStatus.PUBLISHED, shipping_profile_id: profile.id, sales_channels: [{ id: channel.id }], options: [{ title: "Gói", values: ["200 g"] }],
        variants: [{ title: "200 g", manage_inventory: false, options: { "Gói": "200 g" }, prices: [{ currency_code: "vnd", amount: 100_000 }] }],
      },
    ],
  });
  const [publishable] = await run(flows.createApiKeysWorkflow, { api_keys: [{ title: "Web", type: "publishable", created_by: "" }] });
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: publishable.id, add: [channel.id] });
  const [user] = await run(flows.createUsersWorkflow, { users: [{ email: "operator@stripe-shop.example" }] });
  const [secret] = await run(flows.createApiKeysWorkflow, { api_keys: [{ title: "Spec", type: "secret", created_by: user.id }] });
  writeFileSync(file, JSON.stringify({ publishable_key: publishable.token, secret_key: secret.token, region_id: region.id, shipping_option_id: option.id, variant_id: product.variants[0].id, provider_id: PROVIDER }));
};
