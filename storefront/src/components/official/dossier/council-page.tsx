import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import type { Council } from "@/lib/dossier/types";
import { CouncilForm } from "./council-form";

/** Appointing a council, or changing one: null is a new one. */
export async function CouncilPage({ council }: { council: Council | null }) {
  const t = await getTranslations("dossier.councils");
  return (
    <>
      <header>
        <Link href="/dieu-hanh/hoi-dong" className="inline-flex min-h-11 items-center text-link">
          {t("back")}
        </Link>
        <h1 className="text-indigo-800">{council ? council.name : t("newTitle")}</h1>
        <p className="text-ink-soft">{council ? t("editText") : t("newText")}</p>
      </header>
      <ClientMessages namespaces={["dossier.councils", "dossier.people"]}>
        <CouncilForm council={council} />
      </ClientMessages>
    </>
  );
}
