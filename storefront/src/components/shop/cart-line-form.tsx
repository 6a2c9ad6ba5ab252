"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeQuantity } from "@/lib/shop/actions/cart";

type Words = Record<"quantity" | "update" | "remove" | "removeNamed" | "soldOut" | "failed", string>;
type Props = { lineId: string; quantity: number; available: number; words: Words };

/** Sends itself when the number changes; without scripts there is a button for it. */
export function CartLineForm({ lineId, quantity, available, words }: Props) {
  const [state, change, pending] = useActionState(changeQuantity, null);
  return (
    <div aria-busy={pending} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-1">
        <form
          action={change}
          className="flex items-center gap-2"
          onBlur={(event) => {
            const field = event.target as unknown;
            if (field instanceof HTMLInputElement && Number(field.value) !== quantity) field.form?.requestSubmit();
          }}
        >
          <input type="hidden" name="line_id" value={lineId} />
          <QuantityStepper name="quantity" label={words.quantity} initial={quantity} max={available} onStep={(field) => field.form?.requestSubmit()} />
          <noscript>
            <Button type="submit" variant="secondary">
              {words.update}
            </Button>
          </noscript>
        </form>
        <form action={change}>
          <input type="hidden" name="line_id" value={lineId} />
          <input type="hidden" name="quantity" value="0" />
          <SubmitButton variant="quiet" aria-label={words.removeNamed} data-testid="remove-line" className="max-sm:px-1">
            {words.remove}
          </SubmitButton>
        </form>
      </div>
      {state && "problem" in state ? (
        <p role="alert" className="text-sm font-semibold text-brick-600">
          {state.problem === "sold_out" ? words.soldOut : words.failed}
        </p>
      ) : null}
    </div>
  );
}
