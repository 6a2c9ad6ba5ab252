import { notFound } from "next/navigation";
import { CountedProducts } from "@/components/official/counted-products";
import { readProductQuery } from "@/lib/official/product-query";
import { unitCode } from "@/lib/official/unit-code";

export default async function ProductsPage({ params, searchParams }: PageProps<"/[locale]/dieu-hanh/[unit]/san-pham">) {
  const [{ unit }, query] = await Promise.all([params, searchParams]);
  const code = unitCode(unit);
  if (!code) notFound();
  return <CountedProducts unitCode={code} query={readProductQuery(query)} />;
}
