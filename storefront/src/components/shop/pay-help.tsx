import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";

/** "The money left, but the page says no": what to do, in the order in which it helps. */
export function PayHelp() {
  const t = useTranslations("shop.order.help");
  return (
    <Fold title={t("title")} data-testid="pay-help">
      <ol className="list-decimal space-y-2 pb-3 pl-5">
        <li>{t("wait")}</li>
        <li>{t("twice")}</li>
        <li>{t("check")}</li>
        <li>{t("safe")}</li>
      </ol>
    </Fold>
  );
}
