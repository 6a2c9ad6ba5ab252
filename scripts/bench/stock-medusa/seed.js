const { writeFileSync } = require("node:fs");
const { ContainerRegistrationKeys, Modules, ProductStatus } = require("@medusajs/framework/utils");
const flows = require("@medusajs/medusa/core-flows");

const PRODUCTS = 34;

/**
 * One seller's shop with as many goods as the demonstration fair: medusa exec ./seed.js <file>, which gets
 * { publishable_key, region_id, shipping_option_id, variant_ids }.
 */
module.exports.default = async function seed({ container, args: [resultFile] }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result;
  const [store] = await container.resolve(Modules.STORE).listStores();
  const [channel] = await run(flows.createSalesChannelsWorkflow, { salesChannelsData: [{ name: "Shop" }] });
  await run(flows.updateStoresWorkflow, { selector: { id: store.id }, update: { default_sales_channel_id: channel.id, supported_currencies: [{ currency_code: "vnd", is_default: true }] } });
  const [region] = await run(flows.createRegionsWorkflow, { regions: [{ name: "Việt Nam", currency_code: "vnd", countries: ["vn"], payment_providers: ["pp_system_default"] }] });
  await run(flows.createTaxRegionsWorkflow, [{ country_code: "vn", provider_id: "tp_system" }]);
  const shippingOption = await openWarehouse(container, run, region, channel);
  const variantIds = await stockProducts(container, run, shippingOption, channel);
  const [key] = await run(flows.createApiKeysWorkflow, { api_keys: [{ title: "Shop", type: "publishable", created_by: "" }] });
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: key.id, add: [channel.id] });
  writeFileSync(resultFile, JSON.stringify({ publishable_key: key.token, region_id: region.id, shipping_option_id: shippingOption.id, variant_ids: variantIds }));
};

/** A warehouse that ships anywhere in the country by Medusa's manual fulfilment, for one price. */
async function openWarehouse(container, run, region, channel) {
  const link = container.resolve(ContainerRegistrationKeys.LINK);
  const fulfillment = container.resolve(Modules.FULFILLMENT);
  const [location] = await run(flows.createStockLocationsWorkflow, { locations: [{ name: "Warehouse", address: { city: "Hà Nội", country_code: "vn", address_1: "Số 1" } }] });
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } });
  const [profile] = await run(flows.createShippingProfilesWorkflow, { data: [{ name: "Goods", type: "default" }] });
  const set = await fulfillment.createFulfillmentSets({ name: "Warehouse", type: "shipping", service_zones: [{ name: "Việt Nam", geo_zones: [{ country_code: "vn", type: "country" }] }] });
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } });
  const [option] = await run(flows.createShippingOptionsWorkflow, [{
    name: "Standard", price_type: "flat", provider_id: "manual_manual", service_zone_id: set.service_zones[0].id, shipping_profile_id: profile.id,
    type: { label: "Standard", description: "Ships in 2-3 days.", code: "standard" },
    prices: [{ currency_code: "vnd", amount: 30000 }, { region_id: region.id, amount: 30000 }],
    rules: [{ attribute: "enabled_in_store", value: "true", operator: "eq" }, { attribute: "is_return", value: "false", operator: "eq" }],
  }]);
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel.id] });
  return { ...option, locationId: location.id, profileId: profile.id };
}

async function stockProducts(container, run, { locationId, profileId }, channel) {
  const products = await run(flows.createProductsWorkflow, {
    products: Array.from({ length: PRODUCTS }, (_, index) => ({
      title: `Chè số ${index + 1}`, handle: `che-${index + 1}`, status: ProductStatus.PUBLISHED, weight: 200, shipping_profile_id: profileId,
      options: [{ title: "Quy cách", values: ["hộp"] }],
      variants: [{ title: "hộp", sku: `CHE-${index + 1}`, options: { "Quy cách": "hộp" }, prices: [{ amount: 100000 + 1000 * index, currency_code: "vnd" }] }],
      sales_channels: [{ id: channel.id }],
    })),
  });
  const { data: items } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "inventory_item", fields: ["id"] });
  await run(flows.createInventoryLevelsWorkflow, { inventory_levels: items.map(({ id }) => ({ location_id: locationId, inventory_item_id: id, stocked_quantity: 1000000 })) });
  return products.flatMap(({ variants }) => variants.map(({ id }) => id));
}
