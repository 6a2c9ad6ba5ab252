import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { cartCount } from "@/lib/shop/cart-cookie";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";

export async function ShopHeader() {
  const [t, locale, count] = await Promise.all([getTranslations("common.nav"), getLocale(), cartCount()]);
  return (
    <header className="screen-only border-b border-line bg-card">
      <a href="#content" className="sr-only focus:not-sr-only focus:block focus:p-3">
        {t("skip")}
      </a>
      <nav aria-label={t("main")} className="page-width flex items-center gap-1 py-2">
        <div className="grow">
          <Brand />
        </div>
        <LanguageSwitch label={t("language")} locale={locale} />
        <Link href="/tim-kiem" aria-label={t("search")} className="grid size-11 place-items-center rounded">
          <Icon name="search" />
        </Link>
        <Link href="/tai-khoan" aria-label={t("account")} data-testid="account-link" className="grid size-11 place-items-center rounded">
          <Icon name="person" />
        </Link>
        <Link
          href="/gio-hang"
          data-testid="cart-link"
          aria-label={count > 0 ? t("cartCount", { count }) : t("cart")}
          className="relative grid size-11 place-items-center rounded"
        >
          <Icon name="basket" />
          {count > 0 ? (
            <span className="absolute top-0.5 right-0 min-w-5 rounded-full bg-tea-700 px-1 text-center text-xs leading-5 font-semibold text-on-tea">
              {count}
            </span>
          ) : null}
        </Link>
      </nav>
    </header>
  );
}
