import { useTranslations } from "next-intl";
import { Link } from "@/i18n/link";

/** The sign over the gate: a woven indigo band with the red sun of a market morning. */
export function BrandMark({ className = "size-9" }: { className?: string }) {
  return (
    <svg viewBox="0 0 36 36" className={className} aria-hidden="true">
      <rect width="36" height="36" rx="9" fill="#22335b" />
      <circle cx="18" cy="13" r="5.5" fill="#e2694f" />
      <path d="M4 22l4.67-4 4.66 4L18 18l4.67 4 4.66-4L32 22v3.2l-4.67-4-4.66 4-4.67-4-4.67 4-4.66-4-4.67 4z" fill="#fbf8f2" />
      <path d="M4 28.5l4.67-4 4.66 4 4.67-4 4.67 4 4.66-4 4.67 4V31l-4.67-3.6-4.66 3.6L18 27.4 13.33 31l-4.66-3.6L4 31z" fill="#8fb89f" />
    </svg>
  );
}

export function Brand() {
  const t = useTranslations("common");
  return (
    <Link href="/" aria-label={t("nav.home")} className="flex min-h-11 items-center gap-2.5">
      <BrandMark />
      <span className="text-lg leading-tight font-bold text-indigo-800">{t("site.name")}</span>
    </Link>
  );
}
