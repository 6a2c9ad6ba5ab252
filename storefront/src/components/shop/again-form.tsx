"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { orderAgain } from "@/lib/shop/actions/order-again";

type Props = { orderGroupId: string; orderKey: string; /** Empty for all closed orders of the checkout. */ orderId: string; words: Record<"submit" | "sending" | "failed" | "missed" | "toCart", string> };

/** Puts the closed orders back into the basket. Works without scripts. */
export function AgainForm({ orderGroupId, orderKey, orderId, words }: Props) {
  const [state, action] = useActionState(orderAgain, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <input type="hidden" name="order_id" value={orderId} />
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.failed ? words.failed : `${words.missed} ${state.missed.join(", ")}.`}</p>
          {state.failed ? null : (
            <ButtonLink href="/gio-hang" variant="quiet">
              {words.toCart}
            </ButtonLink>
          )}
        </Notice>
      ) : null}
      <SubmitButton size="large" wide pendingLabel={words.sending} data-testid="again-submit">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
