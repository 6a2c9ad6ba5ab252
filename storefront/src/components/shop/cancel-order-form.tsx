import { Fold } from "@/components/ui/fold";
import { Select, type Option } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelOrder } from "@/lib/shop/actions/order-life";
import { OrderForm } from "./order-form";

type Props = {
  orderGroupId: string;
  orderKey: string;
  orderId: string;
  reasons: Option[];
  words: Record<"title" | "text" | "reason" | "submit" | "sending" | "failed", string>;
};

/** Takes one order back, until it is shipped. */
export function CancelOrderForm({ reasons, words, ...order }: Props) {
  return (
    <Fold title={words.title} data-testid="cancel-fold">
      <div className="pb-3">
        <OrderForm {...order} action={cancelOrder} failed={words.failed}>
          <p className="text-sm text-ink-soft">{words.text}</p>
          <Select id={`reason-${order.orderId}`} name="reason" label={words.reason} options={reasons} />
          <SubmitButton variant="secondary" wide pendingLabel={words.sending} data-testid="cancel-order">
            {words.submit}
          </SubmitButton>
        </OrderForm>
      </div>
    </Fold>
  );
}
