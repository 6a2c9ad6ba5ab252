import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Tone = "good" | "warning" | "bad" | "info";

const looks: Record<Tone, { box: string; icon: IconName }> = {
  good: { box: "bg-tea-100 text-ink", icon: "check" },
  warning: { box: "bg-honey-100 text-ink", icon: "warning" },
  bad: { box: "bg-brick-100 text-ink", icon: "warning" },
  info: { box: "bg-indigo-100 text-ink", icon: "question" },
};

type Props = { tone?: Tone; title?: string; children?: ReactNode; announce?: boolean; "data-testid"?: string };

/** What happened, what was kept, what to do. `announce` reads it aloud when it appears. */
export function Notice({ tone = "info", title, children, announce = false, ...rest }: Props) {
  const { box, icon } = looks[tone];
  return (
    <div
      role={announce ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`flex gap-3 rounded px-4 py-3 ${box}`}
      {...rest}
    >
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
