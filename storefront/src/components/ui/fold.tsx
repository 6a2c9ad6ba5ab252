import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = {
  title: string;
  /** Beside the content on wide screens, where it stands open. */
  aside?: boolean;
  children: ReactNode;
  "data-testid"?: string;
  "data-rail"?: string;
};

/** Something for later: closed on a phone, opened by a tap, without scripts too. */
export function Fold({ title, aside = false, children, ...rest }: Props) {
  return (
    <details className={`group rounded border border-line bg-card px-4 py-1 ${aside ? "mb-4 lg:w-72 lg:shrink-0 lg:[&::details-content]:[content-visibility:visible]" : ""}`} {...rest}>
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="plus" className={`size-5 transition-transform group-open:rotate-45 ${aside ? "lg:hidden" : ""}`} />
      </summary>
      {children}
    </details>
  );
}
