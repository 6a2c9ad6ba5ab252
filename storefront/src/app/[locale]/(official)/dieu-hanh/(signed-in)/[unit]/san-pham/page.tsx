import { notFound } from "next/navigation";
import { Suspense } from "react";
import { CountedProducts } from "@/components/official/counted-products";
import { FiguresSkeleton } from "@/components/official/figures-skeleton";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { requireToken } from "@/lib/door/session";
import { productsHref, readProductQuery } from "@/lib/official/product-query";
import { unitCode } from "@/lib/official/unit-code";

type Props = { params: Promise<{ unit: string }>; searchParams: Promise<PageQuery> };

export default async function ProductsPage({ params, searchParams }: Props) {
  const [{ unit }, parameters] = await Promise.all([params, searchParams]);
  const code = unitCode(unit);
  if (!code) notFound();
  const query = readProductQuery(parameters);
  await requireToken(officialDoor, productsHref(code, query));
  return (
    <Suspense fallback={<FiguresSkeleton />}>
      <CountedProducts unitCode={code} query={query} />
    </Suspense>
  );
}
