import type { ReactNode } from "react";

type Tone = "tea" | "indigo" | "brick" | "honey" | "plain";

const tones: Record<Tone, string> = {
  tea: "bg-tea-100 text-tea-700",
  indigo: "bg-indigo-100 text-indigo-800",
  brick: "bg-brick-100 text-brick-600",
  honey: "bg-honey-100 text-ink",
  plain: "border border-line text-ink-soft",
};

/** A short fact in a word or two. */
export function Badge({ tone = "plain", children, ...rest }: { tone?: Tone; children: ReactNode; "data-testid"?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-sm px-2 py-0.5 text-sm font-semibold ${tones[tone]}`} {...rest}>
      {children}
    </span>
  );
}
