import { useTranslations } from "next-intl";
import { isSandbox } from "@/lib/backend";

/** Says on every page that nothing here is real, as long as the payment and message simulator is on. */
export function SandboxStrip() {
  const t = useTranslations("common.sandbox");
  if (!isSandbox()) return null;
  return (
    <aside
      aria-label={t("label")}
      data-testid="sandbox-strip"
      className="screen-only bg-indigo-100 px-4 py-1.5 text-center text-sm text-indigo-800"
    >
      <strong className="font-semibold">{t("label")}.</strong> {t("text")}
    </aside>
  );
}
