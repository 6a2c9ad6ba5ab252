import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

/** The page in grey while the figures are counted. */
export async function FiguresSkeleton() {
  const t = await getTranslations("common.states");
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-9 w-72" />
      <Skeleton className="h-28 w-80" />
      <Skeleton className="h-64" />
    </div>
  );
}
