import { notFound } from "next/navigation";
import { Suspense } from "react";
import { AreaOverview } from "@/components/official/area-overview";
import { FiguresSkeleton } from "@/components/official/figures-skeleton";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { requireToken } from "@/lib/door/session";
import { readSort } from "@/lib/official/table-sort";
import { unitCode } from "@/lib/official/unit-code";

type Props = { params: Promise<{ unit: string }>; searchParams: Promise<PageQuery> };

export default async function AreaPage({ params, searchParams }: Props) {
  const [{ unit }, { sort }] = await Promise.all([params, searchParams]);
  const code = unitCode(unit);
  if (!code) notFound();
  const here = `/dieu-hanh/${code}`;
  await requireToken(officialDoor, here);
  return (
    <Suspense fallback={<FiguresSkeleton />}>
      <AreaOverview unitCode={code} sort={readSort(sort)} here={here} />
    </Suspense>
  );
}
