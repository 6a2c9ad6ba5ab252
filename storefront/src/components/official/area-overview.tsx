import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Message } from "@/components/ui/message";
import { Link } from "@/i18n/link";
import { placeTitle } from "@/lib/format/place";
import { askListingRate, loadMe } from "@/lib/official/load";
import type { Sort } from "@/lib/official/table-sort";
import { CommuneTable } from "./commune-table";
import { Forbidden } from "./forbidden";
import { PointMap } from "./point-map";
import { ProvinceList } from "./province-list";
import { RateFigure } from "./rate-figure";
import { StarTable } from "./star-table";

/** Without `unitCode`: the official's own area. */
type Props = { unitCode?: string; sort: Sort; here: string };

/** One area: the figure that matters, then the parts it is made of. The ministry chooses a province first. */
export async function AreaOverview({ unitCode: asked, sort, here }: Props) {
  const me = await loadMe(here);
  const unitCode = asked ?? me.unit?.code;
  if (!unitCode) return <ProvinceList />;
  const [t, locale, answer] = await Promise.all([getTranslations("official.rate"), getLocale(), askListingRate(unitCode, here)]);
  if (!answer.ok && answer.status === 403) return <Forbidden ownUnit={me.unit} />;
  if (!answer.ok && answer.status === 404) notFound();
  if (!answer.ok) throw new Error(`listing rate of ${unitCode}: ${answer.status} ${answer.code}`);
  const rate = answer.data;
  const isProvince = !rate.unit.parent_code;
  const parent = rate.unit.parent_code && me.unit?.code !== rate.unit.code ? rate.unit.parent_code : null;
  return (
    <>
      <IllustrativeBanner show={rate.illustrative} />
      <header className="flex flex-col gap-1">
        {parent ? (
          <Link href={`/dieu-hanh/${parent}`} className="screen-only inline-flex min-h-11 items-center self-start text-link">
            {t("toParent", { unit: me.unit?.code === parent ? placeTitle(me.unit, locale) : parent })}
          </Link>
        ) : null}
        <h1 className="text-indigo-800">
          {t("title")}: {placeTitle(rate.unit, locale)}
        </h1>
      </header>
      <RateFigure rate={rate} />
      {rate.recognised === 0 ? <Message title={t("none")} text={t("noneText")} /> : null}
      {rate.recognised > 0 ? (
        <div className="grid gap-8 *:min-w-0 lg:grid-cols-[3fr_2fr] print:grid-cols-1">
          {isProvince ? <CommuneTable rate={rate} sort={sort} here={here} /> : null}
          <div className="flex flex-col gap-8">
            <StarTable rate={rate} />
            {isProvince ? <PointMap communes={rate.communes} /> : null}
          </div>
        </div>
      ) : null}
      <details className="max-w-prose text-sm text-ink-soft">
        <summary className="min-h-11 py-2 font-semibold">{t("howCounted")}</summary>
        <p>{t("howCountedText")}</p>
      </details>
    </>
  );
}
