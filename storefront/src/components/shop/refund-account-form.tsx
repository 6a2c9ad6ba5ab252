"use client";

import { useActionState } from "react";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Select, type Option } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { nameRefundAccount, type RefundAccountState } from "@/lib/shop/actions/refund";

type Props = {
  orderGroupId: string;
  orderKey: string;
  refundId: string;
  /** An account is known already: the form is for changing it and stays folded. */
  named: boolean;
  banks: Option[];
  words: Record<"title" | "purpose" | "bank" | "chooseBank" | "number" | "holder" | "holderHint" | "save" | "saving" | "noBanks", string>;
};

const start: RefundAccountState = { problem: null, fields: {}, typed: { bank_bin: "", account_number: "", account_name: "" } };

/** Where money that goes back by bank transfer is to go. Works without scripts. */
export function RefundAccountForm({ named, words, ...rest }: Props) {
  if (named) {
    return (
      <Fold title={words.title} data-testid="change-account-fold">
        <Fields words={words} {...rest} />
      </Fold>
    );
  }
  return (
    <section id={`refund-${rest.refundId}`} className="flex scroll-mt-4 flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{words.title}</h3>
      <Fields words={words} {...rest} />
    </section>
  );
}

function Fields({ orderGroupId, orderKey, refundId, banks, words }: Omit<Props, "named">) {
  const [{ problem, fields, typed }, action] = useActionState(nameRefundAccount, start);
  if (banks.length === 0) return <p>{words.noBanks}</p>;
  const id = (name: string) => `${name}-${refundId}`;
  return (
    <form action={action} className="flex flex-col gap-3 pb-3" data-testid="refund-account-form">
      <input type="hidden" name="order_group_id" value={orderGroupId} />
      <input type="hidden" name="access_token" value={orderKey} />
      <input type="hidden" name="refund_id" value={refundId} />
      <p className="text-sm text-ink-soft">{words.purpose}</p>
      {problem ? (
        <Notice tone="bad" announce data-testid="refund-account-error">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Select key={typed.bank_bin} id={id("bank_bin")} name="bank_bin" data-testid="bank_bin" label={words.bank} placeholder={words.chooseBank} options={banks} defaultValue={typed.bank_bin} error={fields.bank_bin} />
      <TextField id={id("account_number")} name="account_number" data-testid="account_number" label={words.number} autoComplete="off" inputMode="numeric" maxLength={30} defaultValue={typed.account_number} error={fields.account_number} />
      <TextField id={id("account_name")} name="account_name" data-testid="account_name" label={words.holder} hint={words.holderHint} autoComplete="name" maxLength={100} defaultValue={typed.account_name} error={fields.account_name} />
      <SubmitButton wide pendingLabel={words.saving} data-testid="save-account">
        {words.save}
      </SubmitButton>
    </form>
  );
}
