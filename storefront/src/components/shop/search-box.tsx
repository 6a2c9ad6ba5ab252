import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { localeHref } from "@/i18n/locale-href";

/** A plain form: works before any script has arrived. Filters already chosen ride along. */
export function SearchBox({ q = "", keep = {} }: { q?: string; keep?: Record<string, string> }) {
  const t = useTranslations("shop.search");
  return (
    <form role="search" action={localeHref(useLocale(), "/tim-kiem")} className="flex gap-2">
      <input
        type="search"
        name="q"
        data-testid="search-input"
        defaultValue={q}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={120}
        enterKeyHint="search"
        autoComplete="off"
        className={`${controlClass} min-w-0 grow`}
      />
      {Object.entries(keep).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
      <Button type="submit" size="large" className="px-4">
        <Icon name="search" className="size-5" />
        <span className="max-sm:sr-only">{t("submit")}</span>
      </Button>
    </form>
  );
}
