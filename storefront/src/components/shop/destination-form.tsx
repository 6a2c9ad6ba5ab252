"use client";

import { startTransition, useActionState } from "react";
import { PlacePicker } from "@/components/place/place-picker";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PlaceOption } from "@/lib/place/types";
import { chooseDestination } from "@/lib/shop/actions/destination";

type Props = {
  provinces: PlaceOption[];
  communes: PlaceOption[];
  initial: { province_code: string; commune_code: string };
  words: Record<"showFees" | "showing" | "destinationProblem", string>;
};

/** Province and commune, asked once: the address form of the checkout starts from them. */
export function DestinationForm({ provinces, communes, initial, words }: Props) {
  const [state, choose, pending] = useActionState(chooseDestination, null);
  const values = state?.values ?? initial;
  return (
    <form
      action={choose}
      noValidate
      // Sent by hand: React would empty a form it sends itself, and refusals must keep what was chosen.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => choose(form));
      }}
      className="flex flex-col gap-4"
      data-testid="destination-form"
    >
      {state?.problem ? (
        <Notice tone="bad" title={words.destinationProblem} announce>
          <p>{state.problem}</p>
        </Notice>
      ) : null}
      <PlacePicker
        provinces={provinces}
        communes={state?.communes ?? communes}
        initial={{ province: values.province_code, commune: values.commune_code }}
        errors={{ province: state?.fields.province_code, commune: state?.fields.commune_code }}
      />
      <Button type="submit" variant="secondary" size="large" disabled={pending} aria-busy={pending} data-testid="destination-submit">
        {pending ? words.showing : words.showFees}
      </Button>
    </form>
  );
}
