"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { untouched, type FormState } from "@/lib/door/form-state";
import { actOnOrder } from "@/lib/seller/order-acts";

type Props = { orderId: string; act: string; submit: string; sending: string; quiet?: boolean; children?: ReactNode };

/** One thing the shop does with an order, with what it needs to know inside. */
export function OrderActForm({ orderId, act, submit, sending, quiet = false, children }: Props) {
  const words = useTranslations("seller.form");
  const router = useRouter();
  const [state, send] = useActionState<FormState, FormData>(async (before, form) => {
    try {
      const answer = await actOnOrder(before, form);
      if (!answer.error) router.refresh();
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      return { error: words("network"), fields: {} };
    }
  }, untouched);
  return (
    <form action={send} className="flex flex-col gap-3">
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="act" value={act} />
      {children}
      {state.error ? (
        <Notice tone="bad" announce>
          {state.error}
        </Notice>
      ) : null}
      <SubmitButton size="large" wide variant={quiet ? "quiet" : "primary"} pendingLabel={sending} data-testid={`act-${act}`}>
        {submit}
      </SubmitButton>
    </form>
  );
}
