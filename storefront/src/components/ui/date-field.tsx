import type { ComponentProps } from "react";
import { asDayMonthYear } from "@/lib/format/date";
import { TextField } from "./text-field";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "defaultValue" | "inputMode"> & { /** `2026-11-22`; what else was typed stays as it is. */ defaultValue: string };

/**
 * A day as it is written in Viet Nam, on any phone: the browser's own date field follows the phone's language and shows
 * month/day on many. What comes back is what was typed; whoever takes it reads day/month/year.
 */
export function DateField({ defaultValue, ...rest }: Props) {
  return <TextField type="text" inputMode="numeric" autoComplete="off" maxLength={40} placeholder="22/11/2026" defaultValue={asDayMonthYear(defaultValue)} {...rest} />;
}
