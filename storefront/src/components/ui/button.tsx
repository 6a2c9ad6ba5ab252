import type { ComponentProps } from "react";
import { Link } from "@/i18n/link";

type Variant = "primary" | "secondary" | "quiet" | "danger";
type Size = "normal" | "large";
type Look = { variant?: Variant; size?: Size; wide?: boolean };

const looks: Record<Variant, string> = {
  primary: "bg-tea-700 text-on-tea hover:bg-tea-600",
  secondary: "border border-edge bg-card text-ink hover:bg-tea-100",
  quiet: "text-tea-700 underline underline-offset-3 hover:bg-tea-100",
  danger: "bg-brick-600 text-on-brick",
};

export function buttonClass({ variant = "primary", size = "normal", wide = false }: Look): string {
  return [
    "inline-flex items-center justify-center gap-2 rounded text-center font-semibold transition-colors duration-150",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60",
    size === "large" ? "min-h-12 px-6 py-2.5" : "min-h-11 px-4 py-2",
    wide ? "w-full" : "",
    looks[variant],
  ].join(" ");
}

export function Button({ variant, size, wide, className = "", type = "button", ...rest }: Look & ComponentProps<"button">) {
  return <button type={type} className={`${buttonClass({ variant, size, wide })} ${className}`} {...rest} />;
}

export function ButtonLink({ variant, size, wide, className = "", ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={`${buttonClass({ variant, size, wide })} ${className}`} {...rest} />;
}
