import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { NewDossierForm } from "@/components/seller/dossier/new-dossier-form";
import { ClientMessages } from "@/i18n/client-messages";
import { loadDossierOptions } from "@/lib/seller/dossier/load";

const here = "/ban-hang/ho-so/moi";

export default async function NewDossierPage() {
  const [t, options] = await Promise.all([getTranslations("dossier"), loadDossierOptions(here)]);
  return (
    <>
      <BackLink href="/ban-hang/ho-so">{t("list.title")}</BackLink>
      <h1>{t("new.title")}</h1>
      <p>{t("new.intro")}</p>
      <ClientMessages namespaces={["dossier.new", "dossier.kinds", "dossier.setWords", "dossier.setName", "dossier.window"]}>
        <NewDossierForm options={options} />
      </ClientMessages>
    </>
  );
}
