import { useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import type { Listing } from "@/lib/types";

/** One picture, or a strip that the thumb pushes sideways: the browser's own scrolling, no script. */
export function ListingPictures({ listing }: { listing: Listing }) {
  const t = useTranslations("shop.listing");
  const { images, title } = listing;
  const sizes = "(min-width: 48rem) 30rem, 100vw";
  if (images.length <= 1) {
    return <Picture media={images[0] ?? null} alt={images[0]?.alt ?? title} sizes={sizes} eager className="rounded" />;
  }
  return (
    <ul
      aria-label={t("pictures", { title })}
      tabIndex={0}
      className="flex snap-x snap-mandatory gap-2 overflow-x-auto rounded [scrollbar-width:thin]"
    >
      {images.map((image, index) => (
        <li key={image.id} className="w-full max-w-none shrink-0 basis-[94%] snap-start">
          <Picture media={image} alt={image.alt ?? t("pictureNumber", { title, number: index + 1 })} sizes={sizes} eager={index === 0} className="rounded" />
        </li>
      ))}
    </ul>
  );
}
