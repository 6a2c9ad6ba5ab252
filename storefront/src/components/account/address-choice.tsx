import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/link";
import type { SavedAddress } from "@/lib/shop/buyer-schema";
import { addressLine } from "./address-book";

/** The saved addresses above the delivery form: one tap fills it in. Links, so it works without scripts. */
export async function AddressChoice({ addresses, chosen }: { addresses: SavedAddress[]; chosen: string | undefined }) {
  if (addresses.length === 0) return null;
  const t = await getTranslations("buyer.account");
  return (
    <nav aria-label={t("useAddress")} className="mb-4">
      <p className="text-sm text-ink-soft">{t("useAddress")}</p>
      <ul>
        {addresses.slice(0, 5).map((address) => (
          <li key={address.id}>
            <Link
              href={`/thanh-toan?edit=1&dia-chi=${address.id}`}
              aria-current={address.id === chosen ? "true" : undefined}
              data-testid="use-address"
              className="inline-flex min-h-11 items-center text-link aria-current:font-semibold aria-current:text-ink"
            >
              {address.name}, {addressLine(address)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
