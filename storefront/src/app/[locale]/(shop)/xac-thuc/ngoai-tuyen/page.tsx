import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfflineCheck } from "@/components/shop/offline-check";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import { formatDateTime } from "@/lib/format/date";
import { listKeys } from "@/lib/shop/catalogue";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.offlinePage");
  return { title: t("title"), description: t("lead") };
}

/** Opened once with a network, it checks labels without one: keys and verifier are inside the page. */
export default async function OfflineCheckPage() {
  const [t, locale] = await Promise.all([getTranslations("shop.offlinePage"), getLocale()]);
  const { keys } = await listKeys(locale);
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <div>
        <h1>{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      {keys.length === 0 ? <Notice tone="warning">{t("noKeys")}</Notice> : null}
      <ClientMessages namespaces={["common", "shop.offline"]}>
        <OfflineCheck keys={keys.map(({ kid, x, retired }) => ({ kid, x, retired }))} />
      </ClientMessages>
      <noscript>
        <Notice tone="info">{t("noScript")}</Notice>
      </noscript>
      <section aria-labelledby="limits">
        <h2 id="limits">{t("limits")}</h2>
        <ul className="mt-1 list-disc pl-5">
          {(["revoked", "renewed", "copied", "clock"] as const).map((limit) => (
            <li key={limit} className="mb-1.5">
              {t(`limit.${limit}`)}
            </li>
          ))}
        </ul>
      </section>
      <Fold title={t("keys")}>
        <p className="text-sm text-ink-soft">{t("keysText", { when: formatDateTime(new Date().toISOString(), locale) })}</p>
        <ul className="pb-3">
          {keys.map(({ kid, x, retired }) => (
            <li key={kid} className="py-1 text-sm break-all">
              <strong className="font-semibold">{kid}</strong> {x} {retired ? t("retired") : ""}
            </li>
          ))}
        </ul>
      </Fold>
      <p>
        <Link href="/xac-thuc" className="inline-flex min-h-11 items-center text-link">
          {t("online")}
        </Link>
      </p>
    </div>
  );
}
