"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { payByVnpay } from "@/lib/shop/actions/order";

type Props = { orderGroupId: string; orderKey: string; text: string; words: Record<"pay" | "going" | "failed", string> };

export function VnpayForm({ orderGroupId, orderKey, text, words }: Props) {
  const [state, action] = useActionState(payByVnpay, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <SubmitButton size="large" wide pendingLabel={words.going} data-testid="pay-vnpay">
        {words.pay}
      </SubmitButton>
      <p className="text-sm text-ink-soft">{text}</p>
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.problem || words.failed}</p>
        </Notice>
      ) : null}
    </form>
  );
}
