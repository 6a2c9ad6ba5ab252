import { notFound } from "next/navigation";
import { CountedProducts } from "@/components/official/counted-products";
import { readProductQuery } from "@/lib/official/product-query";
import { unitCode } from "@/lib/official/unit-code";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { params: Promise<{ unit: string }>; searchParams: Promise<PageQuery> };

export default async function ProductsPage({ params, searchParams }: Props) {
  const [{ unit }, query] = await Promise.all([params, searchParams]);
  const code = unitCode(unit);
  if (!code) notFound();
  return <CountedProducts unitCode={code} query={readProductQuery(query)} />;
}
