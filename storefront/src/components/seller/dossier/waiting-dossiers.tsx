import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { waitingDossiers } from "@/lib/seller/dossier/load";

/** On the seller's first page, only when an authority gave a dossier back. */
export async function WaitingDossiers() {
  const [t, count] = await Promise.all([getTranslations("dossier.list"), waitingDossiers("/ban-hang")]);
  if (count === 0) return null;
  return (
    <Notice tone="warning" data-testid="waiting-dossiers">
      <Link href="/ban-hang/ho-so" className="-my-2 inline-flex min-h-11 items-center font-semibold text-link">
        {t("waiting", { count })}
      </Link>
    </Notice>
  );
}
