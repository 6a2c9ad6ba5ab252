"use client";

import { useLocale } from "next-intl";
import { TextField } from "@/components/ui/text-field";
import { groupDigits, signedDigits } from "@/lib/format/digits";
import type { ListingField } from "@/lib/seller/listing-payload";

const mostDigits = 12;

type Props = {
  label: string;
  name: ListingField;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string;
};

/** A whole number that regroups while it is typed: 1.250.000. The draft keeps what is shown. */
export function WholeNumberField({ value, onValue, name, ...rest }: Props) {
  const separator = useLocale() === "en" ? "," : ".";
  return (
    <TextField
      {...rest}
      name={name}
      data-testid={name}
      inputMode="numeric"
      autoComplete="off"
      value={groupDigits(signedDigits(value, mostDigits), separator)}
      onChange={(event) => onValue(groupDigits(signedDigits(event.target.value, mostDigits), separator))}
    />
  );
}
