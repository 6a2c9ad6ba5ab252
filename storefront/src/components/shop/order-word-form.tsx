import { SubmitButton } from "@/components/ui/submit-button";
import type { OrderActState } from "@/lib/shop/actions/order-life";
import { OrderForm } from "./order-form";

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

/** One word of the buyer about an order (it came; the cash did not), and before it is pressed, what that brings about. */
export function OrderWordForm({ name, quiet = false, words, ...order }: Props) {
  const text = `${name}-${order.orderId}`;
  return (
    <OrderForm {...order} failed={words.failed} data-testid={`${name}-form`}>
      <p id={text}>{words.text}</p>
      <SubmitButton wide variant={quiet ? "secondary" : "primary"} pendingLabel={words.sending} aria-describedby={text} data-testid={name}>
        {words.submit}
      </SubmitButton>
    </OrderForm>
  );
}
