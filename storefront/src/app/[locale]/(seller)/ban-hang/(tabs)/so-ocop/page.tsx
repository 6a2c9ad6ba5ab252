import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { OwnRegisterForm } from "@/components/seller/own-register-form";
import { Message } from "@/components/ui/message";
import { ClientMessages } from "@/i18n/client-messages";
import { sellerDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { formatDate } from "@/lib/format/date";
import { sellerRegisterSchema } from "@/lib/seller/register-schema";

const here = "/ban-hang/so-ocop";

/** What the shop's goods are in the OCOP register: proposed, confirmed, and where else they are sold. */
export default async function OwnRegisterPage() {
  const [t, locale, { matches, owned }] = await Promise.all([
    getTranslations("desk.seller"),
    getLocale(),
    loadDoor(sellerDoor, { path: "/seller/register", schema: sellerRegisterSchema, here }),
  ]);
  return (
    <ClientMessages namespaces={["desk.seller", "seller.form"]}>
      <BackLink href="/ban-hang/hang">{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      {matches.length === 0 && owned.length === 0 ? <Message title={t("none")} text={t("noneText")} /> : null}
      {matches.length > 0 ? <h2>{t("matches")}</h2> : null}
      <ul className="flex flex-col gap-3">
        {matches.map(({ listing, ocop_product: product, may_confirm }) => (
          <li key={listing.id} className="flex flex-col gap-2 rounded border border-line bg-card p-4" data-testid={`match-${listing.id}`}>
            <p>{t("inRegister", { listing: listing.title })}</p>
            <p className="font-semibold">
              {[product.name, product.producer_name, product.stars ? t("stars", { count: product.stars }) : null].filter(Boolean).join(", ")}
            </p>
            {may_confirm ? <OwnRegisterForm target={{ act: "confirm", listing: listing.id, product: product.id }} /> : <p className="break-words text-sm text-ink-soft">{t("ask")}</p>}
          </li>
        ))}
      </ul>
      {owned.length > 0 ? <h2>{t("owned")}</h2> : null}
      <ul className="flex flex-col gap-3">
        {owned.map((product) => (
          <li key={product.id} className="flex flex-col gap-3 rounded border border-line bg-card p-4" data-testid={`owned-${product.id}`}>
            <p className="font-semibold">{[product.name, product.stars ? t("stars", { count: product.stars }) : null].filter(Boolean).join(", ")}</p>
            {product.external_listings.length > 0 ? <h3>{t("external")}</h3> : null}
            <ul className="flex flex-col gap-2">
              {product.external_listings.map((sale) => (
                <li key={sale.id} className="text-sm">
                  <span className="break-all">{sale.url}</span>
                  <span className="block text-ink-soft">
                    {sale.last_checked_on && sale.check_result ? t("checked", { date: formatDate(sale.last_checked_on, locale), result: t(sale.check_result) }) : t("unchecked")}
                  </span>
                </li>
              ))}
            </ul>
            <OwnRegisterForm target={{ act: "external", product: product.id }} />
          </li>
        ))}
      </ul>
    </ClientMessages>
  );
}
