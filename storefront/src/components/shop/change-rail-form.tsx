import { Fold } from "@/components/ui/fold";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeRail } from "@/lib/shop/actions/order-life";
import { OrderForm } from "./order-form";

export type RailChoice = { rail: string; label: string; reason: string | null };

type Props = { orderGroupId: string; orderKey: string; choices: RailChoice[]; words: Record<"title" | "text" | "changing" | "failed", string> };

/** Another way to pay for what is not paid yet; one button per way, closed ones say why. */
export function ChangeRailForm({ choices, words, ...group }: Props) {
  return (
    <Fold title={words.title} data-testid="rail-fold">
      <div className="pb-3">
        <OrderForm {...group} action={changeRail} failed={words.failed}>
          <p className="text-sm text-ink-soft">{words.text}</p>
          {choices.map(({ rail, label, reason }) => (
            <div key={rail}>
              <SubmitButton variant="secondary" wide name="rail" value={rail} disabled={reason !== null} pendingLabel={words.changing} data-testid={`change-to-${rail}`}>
                {label}
              </SubmitButton>
              {reason ? <p className="mt-1 text-sm text-ink-soft">{reason}</p> : null}
            </div>
          ))}
        </OrderForm>
      </div>
    </Fold>
  );
}
