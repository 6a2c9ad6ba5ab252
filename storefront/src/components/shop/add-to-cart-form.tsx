"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { QuantityStepper } from "@/components/ui/quantity-stepper";
import { SubmitButton } from "@/components/ui/submit-button";
import { addToCart } from "@/lib/shop/actions/cart";

type Words = Record<"quantity" | "add" | "adding" | "added" | "toCart" | "soldOutProblem" | "failedProblem", string>;

export function AddToCartForm({ variantId, available, words }: { variantId: string; available: number; words: Words }) {
  const [state, action] = useActionState(addToCart, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="variant_id" value={variantId} />
      <div className="flex flex-wrap gap-3">
        <QuantityStepper name="quantity" label={words.quantity} initial={1} max={available} />
        <SubmitButton size="large" pendingLabel={words.adding} data-testid="add-to-cart" className="grow">
          {words.add}
        </SubmitButton>
      </div>
      {state && "problem" in state ? (
        <Notice tone="bad" announce>
          <p>{state.problem === "sold_out" ? words.soldOutProblem : words.failedProblem}</p>
        </Notice>
      ) : null}
      {state && "added" in state ? (
        <div role="status" data-testid="added-to-cart" className="flex flex-wrap items-center justify-between gap-2 rounded bg-tea-100 py-1 pr-1 pl-4">
          <p className="font-semibold">{words.added}</p>
          <ButtonLink href="/gio-hang" variant="quiet">
            {words.toCart}
          </ButtonLink>
        </div>
      ) : null}
    </form>
  );
}
