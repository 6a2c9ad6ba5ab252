import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { localeHref } from "@/i18n/locale-href";

type Props = { period: { from: string; to: string }; files: boolean; /** What was wrong with a day, by its field. */ errors: Record<string, string> };

/** Which days; shown on the page or taken home as a file. A plain form, which needs no scripts. */
export async function EarningsPeriod({ period, files, errors }: Props) {
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  return (
    <Card>
      <form action={localeHref(locale, "/ban-hang/doi-soat")} className="flex flex-col gap-3">
        <input type="hidden" name="locale" value={locale} />
        <div className="grid gap-3 sm:grid-cols-2">
          <DateField label={t("from")} hint={t("dayHint")} name="from" id="earnings-from" defaultValue={period.from} error={errors.from} />
          <DateField label={t("to")} hint={t("dayHint")} name="to" id="earnings-to" defaultValue={period.to} error={errors.to} />
        </div>
        <Button type="submit" variant="secondary" size="large">
          {t("show")}
        </Button>
        {files ? (
          <div className="grid grid-cols-2 gap-3">
            <Button type="submit" formAction="/api/seller/earnings" name="file" value="xlsx" variant="secondary" size="large" data-testid="earnings-xlsx">
              {t("xlsx")}
            </Button>
            <Button type="submit" formAction="/api/seller/earnings" name="file" value="csv" variant="secondary" size="large" data-testid="earnings-csv">
              {t("csv")}
            </Button>
          </div>
        ) : null}
      </form>
    </Card>
  );
}
