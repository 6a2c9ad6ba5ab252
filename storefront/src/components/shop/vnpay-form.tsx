"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { payByVnpay } from "@/lib/shop/actions/order";
import { VnpayWays, type WayWords } from "./vnpay-ways";

type Words = Record<"pay" | "going" | "failed" | "how" | "qr" | "asking", string> & { ways: WayWords };
type Props = { orderGroupId: string; orderKey: string; text: string; /** VNPay's QR can be shown on our page, and none is yet. */ offersQr: boolean; words: Words };

/** The way to VNPay's page, by the door that was chosen, or to its QR here. */
export function VnpayForm({ orderGroupId, orderKey, text, offersQr, words }: Props) {
  const [state, action] = useActionState(payByVnpay, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 font-semibold">{words.how}</legend>
        <VnpayWays words={words.ways} />
      </fieldset>
      <SubmitButton size="large" wide pendingLabel={words.going} data-testid="pay-vnpay">
        {words.pay}
      </SubmitButton>
      {offersQr ? (
        <SubmitButton variant="secondary" size="large" wide name="as" value="qr" pendingLabel={words.asking} data-testid="vnpay-qr">
          {words.qr}
        </SubmitButton>
      ) : null}
      <p className="text-sm text-ink-soft">{text}</p>
      {state ? (
        <Notice tone="bad" announce>
          <p>{state.problem || words.failed}</p>
        </Notice>
      ) : null}
    </form>
  );
}
