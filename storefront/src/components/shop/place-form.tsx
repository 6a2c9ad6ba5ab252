"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { placeOrder } from "@/lib/shop/actions/checkout";
import type { RailOption } from "@/lib/types";
import { VnpayWays, type WayWords } from "./vnpay-ways";

type Words = Record<"pay" | "vietqr" | "vietqrText" | "vnpay" | "vnpayText" | "cod" | "codText" | "place" | "placing" | "placeNote" | "placeProblem" | "toCart" | "vnpayHow", string> & { ways: WayWords };

/** The ways to pay for this cart; a closed one stays to be read, with its reason. */
export function PlaceForm({ words, rails }: { words: Words; rails: RailOption[] }) {
  const first = rails.find((option) => option.open)?.rail;
  const [state, action] = useActionState(placeOrder, null);
  return (
    <form action={action} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">{words.pay}</legend>
        {rails.map(({ rail, open, reason }) => (
          <div key={rail} className="group/rail">
            <label className="flex min-h-12 cursor-pointer gap-3 rounded border border-edge p-3 has-checked:border-tea-700 has-checked:bg-tea-100 has-disabled:cursor-default has-disabled:bg-paper">
              <input type="radio" name="rail" value={rail} defaultChecked={rail === first} disabled={!open} data-testid={`rail-${rail}`} className="mt-1 size-5 shrink-0 accent-tea-700" />
              <span>
                <span className="font-semibold">{words[rail]}</span>
                <span className="block text-sm">{reason ?? words[`${rail}Text`]}</span>
              </span>
            </label>
            {rail === "vnpay" ? (
              <fieldset className="mt-2 hidden gap-2 pl-4 group-has-[[value=vnpay]:checked]/rail:grid" data-testid="vnpay-ways">
                <legend className="mb-1 text-sm">{words.vnpayHow}</legend>
                <VnpayWays words={words.ways} />
              </fieldset>
            ) : null}
          </div>
        ))}
      </fieldset>
      {state ? (
        <Notice tone="bad" title={words.placeProblem} announce data-testid="place-problem">
          <p>{state.problem}</p>
          {state.soldOut ? (
            <ButtonLink href="/gio-hang" variant="quiet">
              {words.toCart}
            </ButtonLink>
          ) : null}
        </Notice>
      ) : null}
      <SubmitButton size="large" wide pendingLabel={words.placing} data-testid="place-order">
        {words.place}
      </SubmitButton>
      <p className="text-sm text-ink-soft">{words.placeNote}</p>
    </form>
  );
}
