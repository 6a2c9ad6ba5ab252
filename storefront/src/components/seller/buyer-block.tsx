import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { buttonClass } from "@/components/ui/button";
import { placeInside } from "@/lib/format/place";
import { formatPhone } from "@/lib/format/phone";
import type { Order } from "@/lib/seller/schemas";

/** Who bought, and whom it goes to where that is somebody else. How to reach them is told once they have paid, or the shop said yes; before, whoever is asked to deliver reads how far. */
export function BuyerBlock({ buyer, orderedBy }: { buyer: Order["buyer"]; orderedBy: Order["ordered_by"] }) {
  const t = useTranslations("seller.order");
  const lines = buyer.address_lines ?? [];
  const { area } = buyer;
  return (
    <Card className="flex flex-col gap-1">
      <h2>{t(orderedBy ? "recipient" : "buyer")}</h2>
      {buyer.name ? <p className="font-semibold">{buyer.name}</p> : null}
      {lines.length > 0 ? (
        <address className="not-italic" data-testid="buyer-address">
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      ) : null}
      {area ? (
        <div data-testid="delivery-area">
          <p>{t("area", { place: `${placeInside(area.commune_name)}, ${placeInside(area.province_name)}` })}</p>
          {area.zone ? <p className="font-semibold">{t(`zone.${area.zone}`)}</p> : null}
        </div>
      ) : null}
      {buyer.phone ? (
        <a href={`tel:${buyer.phone}`} className={`${buttonClass({ variant: "secondary", size: "large" })} mt-2 self-start`}>
          {t("call", { phone: formatPhone(buyer.phone) })}
        </a>
      ) : (
        <p className="text-ink-soft">{t(area ? "buyerHiddenCash" : "buyerHidden")}</p>
      )}
      {orderedBy ? (
        <div className="mt-3 border-t border-line pt-3" data-testid="ordered-by">
          <h3 className="text-base">{t("orderedBy")}</h3>
          {orderedBy.name ? <p className="font-semibold">{orderedBy.name}</p> : null}
          <p className="text-sm text-ink-soft">{t("orderedByText")}</p>
          <a href={`tel:${orderedBy.phone}`} className={`${buttonClass({ variant: "secondary", size: "large" })} mt-2`}>
            {t("call", { phone: formatPhone(orderedBy.phone) })}
          </a>
        </div>
      ) : null}
    </Card>
  );
}
