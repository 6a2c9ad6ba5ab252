import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { ClientMessages } from "@/i18n/client-messages";
import { toOption } from "@/lib/place/to-option";
import { destinationLine } from "@/lib/shop/destination-line";
import { listCommunes, listProvinces } from "@/lib/shop/places";
import type { Destination } from "@/lib/types";
import { DestinationForm } from "./destination-form";

/** Where the basket goes: asked for once, shown in one line from then on. */
export async function CartDestination({ destination, changing }: { destination: Destination | null; changing: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("shop.cart"), getLocale()]);
  if (destination && !changing) {
    return (
      <Card className="flex flex-wrap items-center justify-between gap-2 py-2" data-testid="cart-destination">
        <p className="flex min-w-0 items-center gap-2">
          <Icon name="place" className="size-5 text-ink-soft" />
          <span>{t("to", { place: destinationLine(destination) })}</span>
        </p>
        <ButtonLink href="/gio-hang?doi=1" variant="quiet" className="max-sm:px-1">
          {t("change")}
        </ButtonLink>
      </Card>
    );
  }
  const [provinces, communes] = await Promise.all([listProvinces(locale), destination ? listCommunes(destination.province_code, locale) : []]);
  return (
    <Card aria-labelledby="destination">
      <h2 id="destination" className="text-base">
        {t("where")}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t("whereText")}</p>
      <ClientMessages namespaces={["place.picker"]}>
        <DestinationForm
          provinces={provinces.map(toOption)}
          communes={communes.map(toOption)}
          initial={{ province_code: destination?.province_code ?? "", commune_code: destination?.commune_code ?? "" }}
          words={{ showFees: t("showFees"), showing: t("showing"), destinationProblem: t("destinationProblem") }}
        />
      </ClientMessages>
    </Card>
  );
}
