import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { takeOutSeller } from "@/lib/shop/actions/seller-goods";
import { destinationLine } from "@/lib/shop/destination-line";
import type { CartPart, Destination } from "@/lib/types";

/** A shop that can't send there says so, and what one can do about it; all of it works without scripts. */
export function UnreachableNotice({ part, destination }: { part: CartPart; destination: Destination }) {
  const t = useTranslations("shop.cart");
  const { delivery, seller, lines } = part;
  if (!delivery || delivery.deliverable) return null;
  const { reason, ships_within, max_parcel_grams } = delivery;
  const why =
    reason === "too_heavy"
      ? t("heaviest", { kg: Math.floor((max_parcel_grams ?? 0) / 1000) })
      : t(`${reason === "too_far" ? "reach" : "freshReach"}.${ships_within}`);
  return (
    <div className="mt-3" data-testid="unreachable">
      <Notice tone="warning" title={t(`unreachable.${reason}`, { seller: seller.name, place: destinationLine(destination) })}>
        <p>{why}</p>
        <form action={takeOutSeller} className="mt-2 flex flex-wrap items-center gap-2 max-sm:flex-col max-sm:items-start">
          <input type="hidden" name="seller_id" value={seller.id} />
          <Button type="submit" name="intent" value="save" variant="secondary" data-testid="save-seller">
            {t("saveSeller")}
          </Button>
          <Button type="submit" name="intent" value="remove" variant="quiet" data-testid="remove-seller" className="px-1 text-left">
            {t("removeSeller")}
          </Button>
          {lines[0] ? (
            <ButtonLink href={`/tim-kiem?q=${encodeURIComponent(similarTo(lines[0].title))}`} variant="quiet" className="px-1 text-left">
              {t("similar")}
            </ButtonLink>
          ) : null}
        </form>
      </Notice>
    </div>
  );
}

/** What kind of thing it is stands at the front of a Vietnamese name: "Chè Đinh Tân Cương" is chè. */
function similarTo(title: string): string {
  return title.split(/\s+/).slice(0, 2).join(" ");
}
