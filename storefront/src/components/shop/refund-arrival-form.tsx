"use client";

import { useActionState } from "react";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { sayRefundArrived } from "@/lib/shop/actions/refund";

type Props = { orderGroupId: string; orderKey: string; refundId: string; words: Record<"arrived" | "missingTitle" | "missingText" | "note" | "send" | "saving", string> };

/** The money is said to be sent: it has come, or it has not. Works without scripts. */
export function RefundArrivalForm({ orderGroupId, orderKey, refundId, words }: Props) {
  const [state, action] = useActionState(sayRefundArrived, null);
  const who = (
    <>
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <input type="hidden" name="refund_id" value={refundId} />
    </>
  );
  return (
    <div className="flex flex-col gap-3" data-testid="refund-arrival">
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.problem}</p>
        </Notice>
      ) : null}
      <form action={action}>
        {who}
        <SubmitButton wide name="arrived" value="yes" pendingLabel={words.saving} data-testid="refund-arrived">
          {words.arrived}
        </SubmitButton>
      </form>
      <Fold title={words.missingTitle} data-testid="missing-fold">
        <form action={action} className="flex flex-col gap-3 pb-3">
          {who}
          <p className="text-sm text-ink-soft">{words.missingText}</p>
          <TextArea id={`note-${refundId}`} name="note" label={words.note} maxLength={300} />
          <SubmitButton variant="secondary" wide name="arrived" value="no" pendingLabel={words.saving} data-testid="refund-missing">
            {words.send}
          </SubmitButton>
        </form>
      </Fold>
    </div>
  );
}
