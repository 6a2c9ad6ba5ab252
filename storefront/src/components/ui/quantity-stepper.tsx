"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Icon } from "./icon";

type Props = {
  name: string;
  label: string;
  initial: number;
  max: number;
  /** Called after the buttons changed the number, for forms that send themselves. */
  onStep?: (input: HTMLInputElement) => void;
};

/** A number field with a thumb-sized button on each side; without scripts it is just the field. */
export function QuantityStepper({ name, label, initial, max, onStep }: Props) {
  const t = useTranslations("common.client");
  const input = useRef<HTMLInputElement>(null);
  function step(by: number) {
    const field = input.current;
    if (!field) return;
    field.value = String(Math.min(Math.max(1, (Number(field.value) || 1) + by), Math.max(1, max)));
    onStep?.(field);
  }
  const button = "grid size-11 shrink-0 place-items-center";
  return (
    <div className="inline-flex items-center rounded border border-edge bg-card">
      <button type="button" onClick={() => step(-1)} aria-label={`${t("decrease")}: ${label}`} className={button}>
        <Icon name="minus" className="size-5" />
      </button>
      <input
        ref={input}
        type="number"
        name={name}
        aria-label={label}
        min={1}
        max={Math.max(1, max)}
        step={1}
        defaultValue={initial}
        inputMode="numeric"
        className="w-12 [appearance:textfield] bg-transparent py-2 text-center font-semibold [&::-webkit-inner-spin-button]:appearance-none [&::-webkit-outer-spin-button]:appearance-none"
      />
      <button type="button" onClick={() => step(1)} aria-label={`${t("increase")}: ${label}`} className={button}>
        <Icon name="plus" className="size-5" />
      </button>
    </div>
  );
}
