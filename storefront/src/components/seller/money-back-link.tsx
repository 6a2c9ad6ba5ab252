import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { countMoneyBack } from "@/lib/seller/money-back";

/** The way to what must go back to buyers; loud only when something waits. */
export async function MoneyBackLink() {
  const [t, count] = await Promise.all([getTranslations("seller.moneyBack"), countMoneyBack()]);
  return (
    <Link
      href="/ban-hang/tien/hoan-tien"
      data-testid="to-money-back"
      data-count={count}
      className={`flex min-h-14 items-center gap-3 rounded border px-4 py-2 font-semibold ${count > 0 ? "border-brick-600 bg-brick-100" : "border-line bg-card"}`}
    >
      <span className="grow">{count > 0 ? t("linkCount", { count }) : t("link")}</span>
      <Icon name="arrow" className="size-5 text-ink-soft" />
    </Link>
  );
}
