import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { sourcePages } from "@/lib/shop/source-pages";

export function BackToSigns({ label }: { label: string }) {
  return (
    <Link href="/chi-dan-dia-ly" className="inline-flex min-h-11 items-center gap-2 text-link">
      <Icon name="back" className="size-5" />
      {label}
    </Link>
  );
}

/**
 * Where a statement comes from, as links that say whose pages they are. The register's remarks beside the addresses are
 * for those who keep it, and are left out.
 */
export function Source({ label, text }: { label: string; text: string }) {
  const pages = sourcePages(text);
  if (pages.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      {label}:
      {pages.map(({ href, host }) => (
        <a key={href} href={href} rel="nofollow noreferrer" className="text-link">
          {host}
        </a>
      ))}
    </p>
  );
}
