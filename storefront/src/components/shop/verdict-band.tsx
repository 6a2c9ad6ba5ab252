import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";

const looks = {
  good: { band: "bg-tea-700 text-on-tea", icon: "check" },
  waiting: { band: "bg-honey-100 text-ink", icon: "clock" },
  bad: { band: "bg-brick-600 text-on-brick", icon: "cross" },
  unclear: { band: "bg-indigo-100 text-ink", icon: "question" },
} as const;

export type VerdictTone = keyof typeof looks;

/** The answer in one glance: colour, sign and words say the same. */
export function VerdictBand({ tone, children, ...rest }: { tone: VerdictTone } & ComponentProps<"div">) {
  const { band, icon } = looks[tone];
  return (
    <div className={`flex items-center gap-4 rounded px-5 py-5 ${band}`} {...rest}>
      <Icon name={icon} className="size-12" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
