import type { ReactNode } from "react";

type Props = { title: string; text?: string; headingLevel?: 1 | 2; children?: ReactNode };

/** A page or a part of it with nothing to list: one sentence and the next step. */
export function Message({ title, text, headingLevel = 2, children }: Props) {
  const Heading = headingLevel === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-3 py-8 text-center">
      <svg viewBox="0 0 96 40" className="h-10 w-24 text-line" aria-hidden="true">
        <path d="M0 30l12-10 12 10 12-10 12 10 12-10 12 10 12-10 12 10" fill="none" stroke="currentColor" strokeWidth="4" />
        <circle cx="48" cy="8" r="6" className="text-brick-600" fill="currentColor" opacity="0.6" />
      </svg>
      <Heading>{title}</Heading>
      {text ? <p className="text-ink-soft">{text}</p> : null}
      {children ? <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
