"use client";

import { useActionState } from "react";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Select, type Option } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelOrder } from "@/lib/shop/actions/order-life";

type Props = {
  orderGroupId: string;
  orderKey: string;
  orderId: string;
  reasons: Option[];
  words: Record<"title" | "text" | "reason" | "submit" | "sending" | "failed", string>;
};

/** Takes one order back, until it is shipped. Works without scripts. */
export function CancelOrderForm({ orderGroupId, orderKey, orderId, reasons, words }: Props) {
  const [state, action] = useActionState(cancelOrder, null);
  return (
    <Fold title={words.title} data-testid="cancel-fold">
      <form action={action} className="flex flex-col gap-3 pb-3">
        <input type="hidden" name="order_group_id" value={orderGroupId} />
        <input type="hidden" name="access_token" value={orderKey} />
        <input type="hidden" name="order_id" value={orderId} />
        <p className="text-sm text-ink-soft">{words.text}</p>
        <Select id={`reason-${orderId}`} name="reason" label={words.reason} options={reasons} />
        <SubmitButton variant="secondary" wide pendingLabel={words.sending} data-testid="cancel-order">
          {words.submit}
        </SubmitButton>
        {state ? (
          <Notice tone="bad" announce>
            <p>{state.problem || words.failed}</p>
          </Notice>
        ) : null}
      </form>
    </Fold>
  );
}
