import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { loadCashChoice } from "@/lib/seller/load";
import { chooseCash } from "@/lib/seller/choose-cash";

/** Whether the shop takes cash at the door. What the operator turned off, the shop can't turn on. */
export async function CashChoice() {
  const [t, { chosen, allowed }] = await Promise.all([getTranslations("seller.cash"), loadCashChoice("/ban-hang/them")]);
  return (
    <Card className="flex flex-col gap-2" data-testid="cash-choice" data-chosen={chosen}>
      <h2>{t("title")}</h2>
      <p>{t(!allowed ? "notAllowed" : chosen ? "on" : "off")}</p>
      {allowed ? (
        <form action={chooseCash}>
          <input type="hidden" name="enabled" value={chosen ? "no" : "yes"} />
          <SubmitButton variant="secondary" size="large" wide pendingLabel={t("saving")} data-testid="cash-toggle">
            {t(chosen ? "turnOff" : "turnOn")}
          </SubmitButton>
        </form>
      ) : null}
    </Card>
  );
}
