"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { payByVnpay } from "@/lib/shop/actions/order";
import { QrCode } from "./qr-code";

/** VNPay's own names for the doors of its payment page; "" leaves the choice to that page. */
const ways = ["", "VNPAYQR", "VNBANK", "INTCARD"] as const;

type Words = Record<"pay" | "going" | "failed" | "how" | "qr" | "qrAlt" | "qrText", string> & { ways: Record<"any" | "qr" | "bank" | "card", string> };
type Props = { orderGroupId: string; orderKey: string; text: string; /** The terminal may show its QR on our page. */ offersQr: boolean; words: Words };

const wordOf = { "": "any", VNPAYQR: "qr", VNBANK: "bank", INTCARD: "card" } as const;

/** One payment at VNPay for all that is due in the group: on VNPay's page, or by its QR on ours. */
export function VnpayForm({ orderGroupId, orderKey, text, offersQr, words }: Props) {
  const [state, action] = useActionState(payByVnpay, null);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 font-semibold">{words.how}</legend>
        {ways.map((way) => (
          <label key={way} className="flex min-h-12 cursor-pointer items-center gap-3 rounded border border-edge p-3 has-checked:border-tea-700 has-checked:bg-tea-100">
            <input type="radio" name="bank_code" value={way} defaultChecked={way === ""} className="size-5 shrink-0 accent-tea-700" />
            <span>{words.ways[wordOf[way]]}</span>
          </label>
        ))}
      </fieldset>
      <SubmitButton size="large" wide pendingLabel={words.going} data-testid="pay-vnpay">
        {words.pay}
      </SubmitButton>
      {offersQr ? (
        <SubmitButton variant="secondary" size="large" wide name="as" value="qr" pendingLabel={words.going} data-testid="vnpay-qr">
          {words.qr}
        </SubmitButton>
      ) : null}
      <p className="text-sm text-ink-soft">{text}</p>
      {state?.qr ? (
        <figure className="mx-auto flex w-full max-w-[360px] flex-col items-center gap-3" data-testid="vnpay-qr-payload" data-payload={state.qr.payload}>
          <QrCode code={state.qr} label={words.qrAlt} />
          <figcaption className="text-center text-ink-soft">{words.qrText}</figcaption>
        </figure>
      ) : null}
      {state && !state.qr ? (
        <Notice tone="bad" announce>
          <p>{state.problem || words.failed}</p>
        </Notice>
      ) : null}
    </form>
  );
}
