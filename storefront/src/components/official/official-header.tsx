import { getTranslations } from "next-intl/server";
import { LanguageLink } from "@/components/door/language-link";
import { LogOutForm } from "@/components/door/log-out-form";
import { BrandMark } from "@/components/layout/brand";
import { Link } from "@/i18n/link";
import { officialDoor } from "@/lib/door/doors";

export async function OfficialHeader() {
  const t = await getTranslations("official");
  return (
    <header className="border-b-4 border-indigo-800 bg-card print:border-b">
      <nav aria-label={t("header.label")} className="page-width flex flex-wrap items-center gap-x-4 py-1">
        <Link href="/dieu-hanh" className="mr-auto flex min-h-12 items-center gap-2.5 font-bold text-indigo-800">
          <BrandMark className="size-8" />
          {t("doorName")}
        </Link>
        <span className="screen-only contents">
          <Link href="/dieu-hanh/so-ocop" className="inline-flex min-h-11 items-center text-link" data-testid="nav-register">
            {t("header.register")}
          </Link>
          <LanguageLink path="/dieu-hanh" label={t("header.language")} />
          <LogOutForm door={officialDoor} label={t("header.logout")} />
        </span>
      </nav>
    </header>
  );
}
