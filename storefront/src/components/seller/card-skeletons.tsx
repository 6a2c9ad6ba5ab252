import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

/** Three cards in the size of what is coming. */
export async function CardSkeletons({ height }: { height: string }) {
  const t = await getTranslations("common.states");
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{t("loading")}</span>
      {[1, 2, 3].map((card) => (
        <Skeleton key={card} className={height} />
      ))}
    </div>
  );
}
