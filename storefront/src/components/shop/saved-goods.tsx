import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/link";
import { formatVnd } from "@/lib/format/money";
import { dropSaved } from "@/lib/shop/actions/seller-goods";
import { findListing } from "@/lib/shop/catalogue";
import { savedHandles } from "@/lib/shop/saved-cookie";
import { PutBackForm } from "./put-back-form";

/** What was put aside on this browser, as it is sold today. */
export async function SavedGoods() {
  const [t, locale, handles] = await Promise.all([getTranslations("shop.cart"), getLocale(), savedHandles()]);
  if (handles.length === 0) return null;
  const found = await Promise.all(handles.map(async (handle) => ({ handle, listing: await findListing(handle, locale).catch(() => null) })));
  return (
    <Card className="mt-6" aria-labelledby="saved" data-testid="saved-goods">
      <h2 id="saved" className="text-base">
        {t("saved")}
      </h2>
      <p className="text-sm text-ink-soft">{t("savedText")}</p>
      <ul>
        {found.map(({ handle, listing }) => (
          <li key={handle} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-2">
            {listing ? (
              <p>
                <Link href={`/san-pham/${handle}`} className="inline-flex min-h-11 items-center font-semibold">
                  {listing.title}
                </Link>{" "}
                <span className="text-sm text-ink-soft">{formatVnd(listing.price_vnd, locale)}</span>
              </p>
            ) : (
              <p className="text-ink-soft">{t("gone")}</p>
            )}
            <div className="flex items-center gap-1">
              {listing && listing.available_quantity > 0 ? <PutBackForm variantId={listing.variant_id} handle={handle} word={t("toBasket")} /> : null}
              <form action={dropSaved}>
                <input type="hidden" name="handle" value={handle} />
                <Button type="submit" variant="quiet" aria-label={t("dropSaved", { title: listing?.title ?? handle })} className="max-sm:px-1">
                  {t("drop")}
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
