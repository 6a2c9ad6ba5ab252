"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OrderActState } from "@/lib/shop/actions/order-life";

type Props = {
  /** For its test ids. */
  name: string;
  action: (before: OrderActState, form: FormData) => Promise<OrderActState>;
  orderGroupId: string;
  orderKey: string;
  orderId: string;
  quiet?: boolean;
  words: Record<"text" | "submit" | "sending" | "failed", string>;
};

/** One word of the buyer about an order (it came; the cash did not), and before it is pressed, what that brings about. Works without scripts. */
export function OrderWordForm({ name, action, orderGroupId, orderKey, orderId, quiet = false, words }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="flex flex-col gap-3" data-testid={`${name}-form`}>
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <input type="hidden" name="order_id" value={orderId} />
      <p id={`${name}-${orderId}`}>{words.text}</p>
      <SubmitButton wide variant={quiet ? "secondary" : "primary"} pendingLabel={words.sending} aria-describedby={`${name}-${orderId}`} data-testid={name}>
        {words.submit}
      </SubmitButton>
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.problem || words.failed}</p>
        </Notice>
      ) : null}
    </form>
  );
}
