import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { routing } from "./routing";

/** One message file per area, so that each door of the house edits its own. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [common, place, shop, seller, official, desk, dossier, buyer] = await Promise.all([
    import(`../../messages/${locale}/common.json`),
    import(`../../messages/${locale}/place.json`),
    import(`../../messages/${locale}/shop.json`),
    import(`../../messages/${locale}/seller.json`),
    import(`../../messages/${locale}/official.json`),
    import(`../../messages/${locale}/desk.json`),
    import(`../../messages/${locale}/dossier.json`),
    import(`../../messages/${locale}/buyer.json`),
  ]);
  return {
    locale,
    timeZone: "Asia/Ho_Chi_Minh",
    messages: {
      common: common.default,
      place: place.default,
      shop: shop.default,
      seller: seller.default,
      official: official.default,
      desk: desk.default,
      dossier: dossier.default,
      buyer: buyer.default,
    },
  };
});
