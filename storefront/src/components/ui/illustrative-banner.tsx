import { useTranslations } from "next-intl";

/** Stands on every page that shows something the demonstration made up. */
export function IllustrativeBanner({ show = true }: { show?: boolean }) {
  const t = useTranslations("common.illustrative");
  if (!show) return null;
  return (
    <p
      role="note"
      data-testid="illustrative-banner"
      className="mb-4 max-w-none rounded border-l-4 border-honey-500 bg-honey-100 px-4 py-2 text-sm text-ink"
    >
      <strong className="font-semibold">{t("label")}.</strong> {t("text")}
    </p>
  );
}
