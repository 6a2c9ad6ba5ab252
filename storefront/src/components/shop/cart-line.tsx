import { useLocale, useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { Link } from "@/i18n/link";
import { formatVnd } from "@/lib/format/money";
import type { PreviewLine } from "@/lib/types";
import { CartLineForm } from "./cart-line-form";

export function CartLine({ line }: { line: PreviewLine }) {
  const t = useTranslations("shop.cart");
  const tl = useTranslations("shop.listing");
  const locale = useLocale();
  const words = {
    quantity: t("quantityOf", { title: line.title }),
    update: t("update"),
    remove: t("remove"),
    removeNamed: t("removeNamed", { title: line.title }),
    soldOut: tl("soldOutProblem"),
    failed: tl("failedProblem"),
  };
  return (
    <div data-testid="cart-line" className="grid grid-cols-[4rem_1fr] gap-4">
      <Picture media={line.image} alt="" sizes="4rem" className="rounded" />
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <Link href={`/san-pham/${line.listing_handle}`} className="flex min-h-11 items-center font-semibold">
            {line.title}
          </Link>
          <strong>{formatVnd(line.total_vnd, locale)}</strong>
        </div>
        {line.quantity > 1 ? <p className="text-sm text-ink-soft">{t("unitPrice", { price: formatVnd(line.unit_price_vnd, locale) })}</p> : null}
        {line.available_quantity < line.quantity ? (
          <p className="text-sm font-semibold text-brick-600">
            {line.available_quantity === 0 ? t("soldOut") : t("onlyLeft", { count: line.available_quantity })}
          </p>
        ) : null}
        <CartLineForm lineId={line.id} quantity={line.quantity} available={line.available_quantity} words={words} />
      </div>
    </div>
  );
}
