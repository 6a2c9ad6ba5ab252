import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { groupsOfFour } from "@/lib/format/digits";
import { formatVnd } from "@/lib/format/money";
import { qrPath } from "@/lib/shop/qr-path";
import type { GroupOrder, VietQr } from "@/lib/types";
import { BankApps } from "./bank-apps";
import { CopyRow } from "./copy-row";
import { Facts } from "./facts";
import { QrCode } from "./qr-code";
import { ShareQr } from "./share-qr";
import { TimeLeft } from "./time-left";

type Props = { payment: GroupOrder["payment"]; qr: VietQr; /** Where the code is kept as a picture. */ pictureHref: string };

/** Everything a banking app needs: the code, and the same in letters for who cannot scan their own screen. */
export function VietQrPanel({ payment, qr, pictureHref }: Props) {
  const t = useTranslations("shop.order");
  const locale = useLocale();
  const missing = payment.amount_vnd - payment.amount_received_vnd;
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      {payment.amount_received_vnd > 0 && missing > 0 ? (
        <Notice tone="warning">
          {t("received", {
            received: formatVnd(payment.amount_received_vnd, locale),
            amount: formatVnd(payment.amount_vnd, locale),
            missing: formatVnd(missing, locale),
          })}
        </Notice>
      ) : null}
      <div className="flex flex-col gap-5 sm:flex-row sm:items-start">
        <figure className="mx-auto flex w-full max-w-[360px] shrink-0 flex-col items-center gap-3 sm:mx-0 sm:w-[320px]">
          <div data-testid="vietqr-payload" data-payload={qr.payload} className="w-full overflow-hidden rounded bg-white">
            <QrCode code={qrPath(qr.payload)} label={t("qrAlt", { amount: formatVnd(qr.amount_vnd, locale), account: qr.account_name })} />
          </div>
          <figcaption className="text-center text-ink-soft">{t("scan")}</figcaption>
          <BankApps qr={qr} />
          <a href={pictureHref} download className={buttonClass({ variant: "secondary", size: "large", wide: true })} data-testid="save-qr">
            <Icon name="camera" className="size-5" />
            {t("saveQr")}
          </a>
          <ShareQr href={pictureHref} />
        </figure>
        <div className="flex min-w-0 grow flex-col gap-4">
          {payment.expires_at ? <TimeLeft until={payment.expires_at} renderedAt={new Date().toISOString()} /> : null}
          <CopyRow label={t("amount")} shown={formatVnd(qr.amount_vnd, locale)} text={String(qr.amount_vnd)} testId="copy-amount" />
          <CopyRow label={t("memo")} shown={qr.memo} text={qr.memo} testId="copy-memo" />
          <p className="text-sm text-ink-soft">{t("memoWarn")}</p>
          <CopyRow label={t("account")} shown={groupsOfFour(qr.account_number)} text={qr.account_number} testId="copy-account" small />
          <Facts
            facts={[
              { term: t("bank"), value: qr.bank_name },
              { term: t("holder"), value: qr.account_name },
            ]}
          />
        </div>
      </div>
    </div>
  );
}
