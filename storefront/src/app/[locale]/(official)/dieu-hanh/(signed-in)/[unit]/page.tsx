import { notFound } from "next/navigation";
import { AreaOverview } from "@/components/official/area-overview";
import { loadMe } from "@/lib/official/load";
import { readSort } from "@/lib/official/table-sort";
import { unitCode } from "@/lib/official/unit-code";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { params: Promise<{ unit: string }>; searchParams: Promise<PageQuery> };

export default async function AreaPage({ params, searchParams }: Props) {
  const [{ unit }, { sort }] = await Promise.all([params, searchParams]);
  const code = unitCode(unit);
  if (!code) notFound();
  const here = `/dieu-hanh/${code}`;
  return <AreaOverview unitCode={code} me={await loadMe(here)} sort={readSort(sort)} here={here} />;
}
