import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { State } from "@/lib/dossier/names";

const tones: Partial<Record<State, "tea" | "brick" | "plain" | "honey">> = {
  draft: "plain",
  withdrawn: "plain",
  returned_by_commune: "honey",
  returned_by_province: "honey",
  recognised: "tea",
  not_recognised: "brick",
};

/** Where a dossier stands, in the words of the house. */
export function StateBadge({ state, star }: { state: State; star: number | null }) {
  const t = useTranslations("dossier.states");
  const words = state === "recognised" && star ? t("recognised.withStar", { star }) : t(`${state}.name`);
  return <Badge tone={tones[state] ?? "indigo"} data-testid={`state-${state}`}>{words}</Badge>;
}
