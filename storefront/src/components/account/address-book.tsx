import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatPhone } from "@/lib/format/phone";
import { placeInside } from "@/lib/format/place";
import { removeAddress } from "@/lib/shop/actions/account";
import type { SavedAddress } from "@/lib/shop/buyer-schema";

/** Where the buyer had things sent before; the checkout offers them. */
export function AddressBook({ addresses }: { addresses: SavedAddress[] }) {
  const t = useTranslations("buyer.account");
  return (
    <Card aria-labelledby="addresses">
      <h2 id="addresses">{t("addresses")}</h2>
      {addresses.length === 0 ? <p className="mt-2 text-ink-soft">{t("noAddresses")}</p> : null}
      <ul>
        {addresses.map((address) => (
          <li key={address.id} data-testid="saved-address" className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-3 first:border-t-0">
            <p className="min-w-0">
              <strong className="font-semibold">{address.name}</strong> · {formatPhone(address.phone)}
              <br />
              {addressLine(address)}
            </p>
            <form action={removeAddress}>
              <input type="hidden" name="id" value={address.id} />
              <Button type="submit" variant="quiet" aria-label={t("removeAddress", { address: addressLine(address) })} className="max-sm:px-1">
                {t("remove")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function addressLine({ street, commune_name, province_name }: Pick<SavedAddress, "street" | "commune_name" | "province_name">): string {
  return `${street}, ${placeInside(commune_name)}, ${placeInside(province_name)}`;
}
