import { useLocale, useTranslations } from "next-intl";
import { Stars } from "@/components/ui/stars";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { knownPlace } from "@/lib/format/place";
import type { RegisterEntry } from "@/lib/types";
import { CertificateStatusBadge } from "./certificate-status-badge";

/** One product of the register: what it is, who makes it where, how it stands, and where to buy it. */
export function RegisterRow({ entry }: { entry: RegisterEntry }) {
  const t = useTranslations("shop.register");
  const locale = useLocale();
  const origin = [entry.producer_name, knownPlace(entry.commune, entry.province, locale)].filter(Boolean).join(" · ");
  return (
    <li data-testid="register-row" data-code={entry.certificate_code} className="max-w-none border-b border-line py-3">
      <div className="gap-x-6 sm:flex sm:items-start sm:justify-between">
        <div className="min-w-0">
          <h3>
            <Link href={`/xac-thuc/${entry.certificate_code}`} className="inline-flex min-h-11 items-center text-link">
              {entry.product_name}
            </Link>
          </h3>
          <p className="text-sm text-ink-soft">{origin}</p>
        </div>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm sm:mt-2.5 sm:max-w-64 sm:shrink-0 sm:justify-end">
          {entry.stars ? <Stars count={entry.stars} compact /> : <span className="text-ink-soft">{t("formerStars", { star: entry.stars_given })}</span>}
          <CertificateStatusBadge status={entry.status} />
          {entry.status === "revoked" ? null : <span className="text-ink-soft">{t("until", { date: formatDate(entry.prolonged_until ?? entry.expires_on, locale) })}</span>}
        </p>
      </div>
      {entry.listings.length > 0 ? (
        <ul aria-label={t("onSaleOf", { product: entry.product_name })} className="mt-1 flex flex-wrap gap-x-4 text-sm">
          {entry.listings.map(({ handle, title }) => (
            <li key={handle}>
              <Link href={`/san-pham/${handle}`} className="inline-flex min-h-11 items-center gap-1.5 text-link">
                {t("buy", { title })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
