import { useTranslations } from "next-intl";

/** n stars in a row, our own drawing: never the state's OCOP logo. `compact` for cards of half a phone's width. */
export function Stars({ count, compact = false, className = "" }: { count: 3 | 4 | 5; compact?: boolean; className?: string }) {
  const t = useTranslations("common");
  return (
    <span
      data-testid="ocop-stars"
      data-stars={count}
      className={`inline-flex items-center gap-1 text-sm font-semibold whitespace-nowrap ${className}`}
    >
      <svg viewBox={`0 0 ${count * 20} 20`} className={`${compact ? "h-3.5" : "h-4"} w-auto text-honey-500`} fill="currentColor" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <path
            key={index}
            transform={`translate(${index * 20} 0)`}
            d="M10 1.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"
          />
        ))}
      </svg>
      {compact ? (
        <>
          <span aria-hidden="true">OCOP</span>
          <span className="sr-only">{t("stars", { count })}</span>
        </>
      ) : (
        t("stars", { count })
      )}
    </span>
  );
}
