import { useTranslations } from "next-intl";
import { Link } from "@/i18n/link";
import { BrandMark } from "./brand";

const entries = [
  { href: "/so-ocop", words: "nav.register" },
  { href: "/xac-thuc", words: "nav.verify" },
  { href: "/chi-dan-dia-ly", words: "nav.origins" },
  { href: "/ban-hang", words: "nav.sell" },
  { href: "/dieu-hanh", words: "nav.officials" },
] as const;

export function ShopFooter() {
  const t = useTranslations("common");
  return (
    <footer className="screen-only mt-10 border-t border-line bg-card">
      <div className="page-width flex flex-col gap-4 py-6 text-sm sm:flex-row sm:items-center sm:justify-between">
        <div className="flex items-center gap-3">
          <BrandMark className="size-8 shrink-0" />
          <p>
            <strong className="font-semibold">{t("site.name")}</strong>
            <br />
            <span className="text-ink-soft">{t("site.tagline")}</span>
          </p>
        </div>
        <nav aria-label={t("nav.footer")}>
          <ul className="flex flex-col gap-x-6 sm:grid sm:grid-cols-2">
            {entries.map(({ href, words }) => (
              <li key={href}>
                <Link href={href} className="inline-flex min-h-11 items-center text-link">
                  {t(words)}
                </Link>
              </li>
            ))}
          </ul>
          <p className="text-ink-soft">{t("nav.openSource")}</p>
        </nav>
      </div>
    </footer>
  );
}
