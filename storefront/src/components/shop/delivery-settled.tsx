import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatPhone } from "@/lib/format/phone";
import { placeInside } from "@/lib/format/place";
import type { DeliveryAddress, OrderBuyer } from "@/lib/types";

type Props = { address: DeliveryAddress; buyer: OrderBuyer | null };

/** Where the parcel goes and whose order it will be: the last look at both numbers before ordering. */
export function DeliverySettled({ address, buyer }: Props) {
  const t = useTranslations("shop.checkout");
  return (
    <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
      <div className="flex flex-col gap-2">
        <p data-testid="delivery-address">
          <strong className="font-semibold">{address.name}</strong> · {formatPhone(address.phone)}
          <br />
          {address.street}, {placeInside(address.commune_name)}, {placeInside(address.province_name)}
        </p>
        {buyer ? (
          <p data-testid="ordered-by" className="text-sm">
            {t("orderedBy")} <strong className="font-semibold whitespace-nowrap">{[buyer.name, formatPhone(buyer.phone)].filter(Boolean).join(" · ")}</strong>
            <span className="block text-ink-soft">{t("orderedByText")}</span>
          </p>
        ) : null}
      </div>
      <ButtonLink href="/thanh-toan?edit=1" variant="quiet" className="shrink-0 max-sm:px-0">
        {t("whereEdit")}
      </ButtonLink>
    </div>
  );
}
