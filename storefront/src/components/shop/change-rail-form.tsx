"use client";

import { useActionState } from "react";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeRail } from "@/lib/shop/actions/order-life";

export type RailChoice = { rail: string; label: string; reason: string | null };

type Props = { orderGroupId: string; orderKey: string; choices: RailChoice[]; words: Record<"title" | "text" | "changing" | "failed", string> };

/** Another way to pay for what is not paid yet; one button per way, closed ones say why. */
export function ChangeRailForm({ orderGroupId, orderKey, choices, words }: Props) {
  const [state, action] = useActionState(changeRail, null);
  return (
    <Fold title={words.title} data-testid="rail-fold">
      <form action={action} className="flex flex-col gap-3 pb-3">
        <input type="hidden" name="order_group_id" value={orderGroupId} />
        <input type="hidden" name="access_token" value={orderKey} />
        <p className="text-sm text-ink-soft">{words.text}</p>
        {choices.map(({ rail, label, reason }) => (
          <div key={rail}>
            <SubmitButton variant="secondary" wide name="rail" value={rail} disabled={reason !== null} pendingLabel={words.changing} data-testid={`change-to-${rail}`}>
              {label}
            </SubmitButton>
            {reason ? <p className="mt-1 text-sm text-ink-soft">{reason}</p> : null}
          </div>
        ))}
        {state ? (
          <Notice tone="bad" announce>
            <p>{state.problem || words.failed}</p>
          </Notice>
        ) : null}
      </form>
    </Fold>
  );
}
