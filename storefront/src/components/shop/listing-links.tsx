import { Link } from "@/i18n/link";
import type { ListingLink } from "@/lib/types";

/** Links to products on sale, one a line. */
export function ListingLinks({ listings }: { listings: ListingLink[] }) {
  return (
    <ul>
      {listings.map(({ handle, title }) => (
        <li key={handle}>
          <Link href={`/san-pham/${handle}`} className="inline-flex min-h-11 items-center text-link">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
