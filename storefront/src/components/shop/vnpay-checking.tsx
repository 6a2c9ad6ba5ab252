import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { formatDateTime } from "@/lib/format/date";


/** VNPay or the bank may have the buyer's money and has not decided: nothing is to be paid, and what comes of it. `decideBy`: how long it is waited for, where such a time runs. */
export function VnpayChecking({ amount, decideBy }: { amount: string; decideBy: string | null }) {
  const t = useTranslations("shop.order.checking");
  const locale = useLocale();
  const time = decideBy ? formatDateTime(decideBy, locale) : null;
  const steps = ["paid", "denied", time ? "lateAfter" : "late"] as const;
  return (
    <section aria-labelledby="vnpay-checking" data-testid="vnpay-checking" className="flex flex-col gap-3 rounded bg-indigo-100 px-4 py-4 text-ink">
      <div className="flex gap-3">
        <Icon name="clock" className="mt-1 size-6 shrink-0" />
        <h2 id="vnpay-checking">{t("panel", { amount })}</h2>
      </div>
      <p>{time ? t("textUntil", { time }) : t("text")}</p>
      <p className="font-semibold">{t("twice")}</p>
      <div>
        <h3 className="text-base">{t("next")}</h3>
        <ul className="mt-1 list-disc space-y-2 pl-5">
          {steps.map((step) => (
            <li key={step}>{t(step, { time: time ?? "" })}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
