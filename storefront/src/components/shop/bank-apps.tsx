import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { backendUrl, isSandbox } from "@/lib/backend";
import { bankAppLinks } from "@/lib/shop/bank-app-link";
import type { VietQr } from "@/lib/types";

/** "Open the banking app": for who pays on the very phone that shows the code. In the sandbox the bank is our own. */
export function BankApps({ qr }: { qr: VietQr }) {
  const t = useTranslations("shop.order");
  if (isSandbox()) {
    return (
      <a
        href={`${backendUrl()}/sandbox/bank?payload=${encodeURIComponent(qr.payload)}`}
        target="_blank"
        rel="noreferrer"
        data-testid="sandbox-bank"
        className={buttonClass({ size: "large", wide: true })}
      >
        {t("sandboxBank")}
      </a>
    );
  }
  const apps = bankAppLinks(qr);
  if (apps.length === 0) return null;
  return (
    <Fold title={t("openBank")} data-testid="bank-apps">
      <p className="text-sm text-ink-soft">{t("openBankText")}</p>
      <ul className="grid grid-cols-2 gap-2 py-3">
        {apps.map((app) => (
          <li key={app.name}>
            <a href={app.href} rel="noreferrer" className={buttonClass({ variant: "secondary", wide: true })}>
              {app.name}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
