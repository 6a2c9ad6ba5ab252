import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import type { SellerSummary } from "@/lib/types";

/** Who sells, what kind of people they are, and from which commune and province. */
export function SellerLine({ seller }: { seller: SellerSummary }) {
  const t = useTranslations("shop.listing");
  const tc = useTranslations("common.sellerKind");
  const { commune, province } = seller;
  return (
    <section aria-labelledby="seller" className="flex flex-col rounded border border-line bg-card p-4">
      <h2 id="seller" className="text-base">
        <span className="block text-sm font-normal text-ink-soft">{t("by")}</span>
        {seller.name}
      </h2>
      <p className="text-sm text-ink-soft">{tc(seller.kind)}</p>
      <div className="mt-1 flex gap-2">
        <Icon name="place" className="mt-3 size-5 shrink-0 text-ink-soft" />
        <p className="flex flex-wrap gap-x-3">
          <Link href={`/vung/${province.code}/${commune.code}`} className="inline-flex min-h-11 items-center text-link">
            {commune.full_name}
          </Link>
          <Link href={`/vung/${province.code}`} className="inline-flex min-h-11 items-center text-link">
            {province.full_name}
          </Link>
        </p>
      </div>
      <p>
        <Link href={`/gian-hang/${seller.handle}`} className="inline-flex min-h-11 items-center gap-2 text-link">
          <Icon name="shop" className="size-5" />
          {t("visitSeller")}
        </Link>
      </p>
    </section>
  );
}
