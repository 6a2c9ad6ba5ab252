import type { SignKind } from "@/lib/types";

/** Marks have an address of their own: what stands under /chi-dan-dia-ly is an indication. */
export function signHref({ kind, handle }: { kind: SignKind; handle: string }): string {
  return `${kind === "geographical_indication" ? "/chi-dan-dia-ly" : "/nhan-hieu"}/${handle}`;
}
