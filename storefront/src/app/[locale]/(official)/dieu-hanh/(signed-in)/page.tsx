import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Suspense } from "react";
import { AreaOverview } from "@/components/official/area-overview";
import { FiguresSkeleton } from "@/components/official/figures-skeleton";
import { localeHref } from "@/i18n/locale-href";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { requireToken } from "@/lib/door/session";
import { ownRole } from "@/lib/official/load";
import { readSort } from "@/lib/official/table-sort";

type Props = { searchParams: Promise<PageQuery> };

export default async function OwnAreaPage({ searchParams }: Props) {
  const { sort } = await searchParams;
  await requireToken(officialDoor, "/dieu-hanh");
  // Council members and consultants have no area of their own, only the dossiers put to them.
  if (["council", "consultant"].includes((await ownRole()) ?? "")) redirect(localeHref(await getLocale(), "/dieu-hanh/ho-so"));
  return (
    <Suspense fallback={<FiguresSkeleton />}>
      <AreaOverview sort={readSort(sort)} here="/dieu-hanh" />
    </Suspense>
  );
}
