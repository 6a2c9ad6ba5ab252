"use client";

import { useActionState, type ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { OrderActState } from "@/lib/shop/actions/order-life";

type Props = {
  action: (before: OrderActState, form: FormData) => Promise<OrderActState>;
  orderGroupId: string;
  orderKey: string;
  /** Where it is about one order of several. */
  orderId?: string;
  /** What is said when no answer came. */
  failed: string;
  children: ReactNode;
  "data-testid"?: string;
};

/** The frame of what a buyer says about an order: whose it is, proven by its key, and why it was refused. Works without scripts. */
export function OrderForm({ action, orderGroupId, orderKey, orderId, failed, children, ...rest }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="flex flex-col gap-3" {...rest}>
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      {orderId ? <input type="hidden" name="order_id" value={orderId} /> : null}
      {children}
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.problem || failed}</p>
        </Notice>
      ) : null}
    </form>
  );
}
