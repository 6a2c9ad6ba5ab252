import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListHistory } from "@/components/official/list-history";
import { ListImport } from "@/components/official/list-import";
import { RegisterDownloads } from "@/components/official/register-downloads";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { loadMe } from "@/lib/official/load";

const here = "/dieu-hanh/so-ocop";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("official.register");
  return { title: t("title"), robots: { index: false } };
}

/** The register of the official's area: take it along, and, for a province, bring a decision into it. */
export default async function RegisterPage() {
  const [me, t] = await Promise.all([loadMe(here), getTranslations("official.register")]);
  const mayImport = me.official.role !== "commune";
  return (
    <>
      <header>
        <h1 className="text-indigo-800">{t("title")}{me.unit ? `: ${me.unit.full_name}` : ""}</h1>
      </header>
      {mayImport ? (
        <ClientMessages namespaces={["official.listImport"]}>
          <ListImport />
        </ClientMessages>
      ) : (
        <Notice title={t("communeTitle")} data-testid="commune-may-not-import">
          <p>{t("communeText")}</p>
        </Notice>
      )}
      <RegisterDownloads withTemplate={mayImport} />
      {mayImport ? <ListHistory here={here} /> : null}
    </>
  );
}
