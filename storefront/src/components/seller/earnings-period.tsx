import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { localeHref } from "@/i18n/locale-href";
import { todayInVietnam } from "@/lib/format/date";

type Props = { period: { from: string; to: string }; files: boolean };

/** Which days; shown on the page or taken home as a file. A plain form, which needs no scripts. */
export async function EarningsPeriod({ period, files }: Props) {
  const [t, locale] = await Promise.all([getTranslations("seller.earnings"), getLocale()]);
  const today = todayInVietnam();
  return (
    <Card>
      <form action={localeHref(locale, "/ban-hang/doi-soat")} className="flex flex-col gap-3">
        <input type="hidden" name="locale" value={locale} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={t("from")} name="from" id="earnings-from" type="date" max={today} defaultValue={period.from} />
          <TextField label={t("to")} name="to" id="earnings-to" type="date" max={today} defaultValue={period.to} />
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
