"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { receiveOrder } from "@/lib/shop/actions/order-life";

type Props = { orderGroupId: string; orderKey: string; orderId: string; words: Record<"text" | "submit" | "sending" | "failed", string> };

/** Says that the goods came, and before it is pressed, what that brings about. Works without scripts. */
export function ReceivedForm({ orderGroupId, orderKey, orderId, words }: Props) {
  const [state, action] = useActionState(receiveOrder, null);
  return (
    <form action={action} className="flex flex-col gap-3" data-testid="received-form">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <input type="hidden" name="order_id" value={orderId} />
      <p id={`received-${orderId}`}>{words.text}</p>
      <SubmitButton wide pendingLabel={words.sending} aria-describedby={`received-${orderId}`} data-testid="received">
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
