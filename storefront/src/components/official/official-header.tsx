import { getTranslations } from "next-intl/server";
import { LanguageLink } from "@/components/door/language-link";
import { LogOutForm } from "@/components/door/log-out-form";
import { BrandMark } from "@/components/layout/brand";
import { Link } from "@/i18n/link";
import { officialDoor } from "@/lib/door/doors";
import { ownRole } from "@/lib/official/load";
import { sectionsFor } from "@/lib/official/sections";
import { SectionLinks } from "./section-links";

export async function OfficialHeader() {
  const [t, role] = await Promise.all([getTranslations("official"), ownRole()]);
  const links = sectionsFor(role).map(({ href, words, testId }) => ({ href, testId, label: t(`header.${words}`) }));
  return (
    <header className="border-b-4 border-indigo-800 bg-card print:border-b">
      <div className="page-width flex flex-col pt-1">
        <div className="flex flex-wrap items-center gap-x-1 sm:gap-x-4">
          <Link href="/dieu-hanh" className="mr-auto flex min-h-12 items-center gap-2.5 font-bold text-indigo-800">
            <BrandMark className="size-8" />
            {t("doorName")}
          </Link>
          <span className="screen-only contents">
            <LanguageLink path="/dieu-hanh" label={t("header.language")} />
            <LogOutForm door={officialDoor} label={t("header.logout")} />
          </span>
        </div>
        <SectionLinks label={t("header.label")} links={links} />
      </div>
    </header>
  );
}
