import { Suspense } from "react";
import { AreaOverview } from "@/components/official/area-overview";
import { FiguresSkeleton } from "@/components/official/figures-skeleton";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { requireToken } from "@/lib/door/session";
import { readSort } from "@/lib/official/table-sort";

type Props = { searchParams: Promise<PageQuery> };

export default async function OwnAreaPage({ searchParams }: Props) {
  const { sort } = await searchParams;
  await requireToken(officialDoor, "/dieu-hanh");
  return (
    <Suspense fallback={<FiguresSkeleton />}>
      <AreaOverview sort={readSort(sort)} here="/dieu-hanh" />
    </Suspense>
  );
}
