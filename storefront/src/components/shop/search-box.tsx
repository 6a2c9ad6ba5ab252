import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { localeHref } from "@/i18n/locale-href";

type Props = {
  q?: string;
  keep?: Record<string, string>;
  /** The goods of the market, or the register; its words are the messages of the same name. */
  of?: "search" | "register";
  /** By which fields elsewhere on the page belong to this form. */
  id?: string;
};

const targets = { search: "/tim-kiem", register: "/so-ocop" };

/** A plain form: works before any script has arrived. Filters already chosen ride along. */
export function SearchBox({ q = "", keep = {}, of = "search", id }: Props) {
  const t = useTranslations(`shop.${of}`);
  return (
    <form id={id} role="search" action={localeHref(useLocale(), targets[of])} className="flex gap-2">
      <input
        type="search"
        name="q"
        data-testid={`${of}-input`}
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
