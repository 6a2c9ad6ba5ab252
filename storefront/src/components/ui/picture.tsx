import type { MediaAsset } from "@/lib/types";

type Props = {
  media: MediaAsset | null;
  /** What the picture shows; empty when the words beside it already say it. */
  alt: string;
  /** How wide it stands on the page, as in the `sizes` attribute. */
  sizes: string;
  /** The first picture of a page loads at once, the others when they come near. */
  eager?: boolean;
  className?: string;
};

const srcSet = (media: MediaAsset, format: "avif" | "webp") =>
  media.renditions
    .filter((rendition) => rendition.format === format)
    .map((rendition) => `${rendition.url} ${rendition.width}w`)
    .join(", ");

/** A photograph in a frame of 4:5 whose colour stands in until it has come, so nothing jumps. */
export function Picture({ media, alt, sizes, eager = false, className = "" }: Props) {
  const frame = `block aspect-4/5 w-full overflow-hidden bg-line ${className}`;
  const webp = media?.renditions.filter((rendition) => rendition.format === "webp") ?? [];
  const fallback = webp.find((rendition) => rendition.width >= 640) ?? webp.at(-1);
  if (!media || !fallback) return <span className={frame} aria-hidden="true" />;
  return (
    <picture className={frame} style={{ backgroundColor: media.color }}>
      <source type="image/avif" srcSet={srcSet(media, "avif")} sizes={sizes} />
      <source type="image/webp" srcSet={srcSet(media, "webp")} sizes={sizes} />
      <img
        src={fallback.url}
        alt={alt}
        width={media.width}
        height={media.height}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding="async"
        className="size-full object-cover"
      />
    </picture>
  );
}
