import { ProvinceList } from "@/components/official/province-list";
import { AreaOverview } from "@/components/official/area-overview";
import { loadMe } from "@/lib/official/load";
import { readSort } from "@/lib/official/table-sort";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { searchParams: Promise<PageQuery> };

/** An official's own area; for the ministry, the provinces to choose from. */
export default async function OwnAreaPage({ searchParams }: Props) {
  const [{ sort }, me] = await Promise.all([searchParams, loadMe("/dieu-hanh")]);
  if (!me.unit) return <ProvinceList />;
  return <AreaOverview unitCode={me.unit.code} me={me} sort={readSort(sort)} here="/dieu-hanh" />;
}
