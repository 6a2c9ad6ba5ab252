import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RightForm } from "@/components/official/right-form";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import { officialDoor } from "@/lib/door/doors";
import { loadDoor } from "@/lib/door/session";
import { loadMe } from "@/lib/official/load";
import { communesAnswer } from "@/lib/official/register-book";
import { listSigns } from "@/lib/shop/catalogue";

const here = "/dieu-hanh/chi-dan/moi";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("official.rightForm");
  return { title: t("title"), robots: { index: false } };
}

export default async function NewRightPage() {
  const [t, rights, kinds, locale, me] = await Promise.all([
    getTranslations("official.rightForm"),
    getTranslations("official.rights"),
    getTranslations("common.signKind"),
    getLocale(),
    loadMe(here),
  ]);
  const [{ communes }, signs] = await Promise.all([
    loadDoor(officialDoor, { path: "/official/communes", schema: communesAnswer, here }),
    listSigns(locale),
  ]);
  // Those of the official's own province first: the others are few and far.
  const province = me.unit?.parent_code ?? me.unit?.code;
  const near = [...signs].sort((a, b) => Number(b.provinces.some(({ code }) => code === province)) - Number(a.provinces.some(({ code }) => code === province)));
  return (
    <>
      <Link href="/dieu-hanh/chi-dan" className="inline-flex min-h-11 items-center self-start text-link">
        {t("back")}
      </Link>
      <header className="max-w-prose">
        <h1 className="text-indigo-800">{t("title")}</h1>
        <p className="text-ink-soft">{t("intro")}</p>
      </header>
      {communes.length === 0 ? (
        <Notice>{rights("ministry")}</Notice>
      ) : (
        <ClientMessages namespaces={["official.rightForm", "official.rights"]}>
          <RightForm
            communes={communes}
            signs={near.map((sign) => ({ value: sign.handle, label: `${sign.name}, ${sign.product} (${kinds(sign.kind).toLowerCase()})` }))}
          />
        </ClientMessages>
      )}
    </>
  );
}
