import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignList } from "@/components/shop/sign-list";
import { listSigns } from "@/lib/shop/catalogue";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.gi");
  return { title: t("indexTitle"), description: t("indexText") };
}

export default async function IndicationsPage() {
  const [t, locale] = await Promise.all([getTranslations("shop.gi"), getLocale()]);
  const signs = await listSigns(locale);
  const indications = signs.filter(({ kind }) => kind === "geographical_indication");
  const used = (own: typeof signs) => [...own].sort((a, b) => Number(b.users_count > 0) - Number(a.users_count > 0));
  return (
    <div className="flex flex-col gap-7">
      <header className="max-w-prose">
        <h1 className="text-indigo-800">{t("indexTitle")}</h1>
        <p className="mt-1 text-ink-soft">{t("indexText")}</p>
      </header>
      <SignList title={t("indications")} text={t("indicationsText")} signs={used(indications.filter(({ origin }) => origin === "vietnam"))} />
      <SignList title={t("marks")} text={t("marksText")} signs={used(signs.filter(({ kind }) => kind !== "geographical_indication"))} />
      <SignList title={t("foreign")} signs={indications.filter(({ origin }) => origin === "foreign")} />
    </div>
  );
}
