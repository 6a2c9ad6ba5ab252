import type { ComponentProps } from "react";

/** A surface. Never a card in a card. */
export function Card({ className = "", ...rest }: ComponentProps<"section">) {
  return <section className={`rounded border border-line bg-card p-4 ${className}`} {...rest} />;
}
