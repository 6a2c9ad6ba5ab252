"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type ShipState, shipOrder } from "@/lib/seller/ship-order";

const start: ShipState = { error: null, fields: {}, carrier: "", tracking: "" };

export function ShipForm({ orderId }: { orderId: string }) {
  const t = useTranslations("seller.ship");
  const words = useTranslations("seller.form");
  const router = useRouter();
  const [state, send] = useActionState<ShipState, FormData>(async (previous, form) => {
    try {
      const answer = await shipOrder(orderId, form);
      // A seller saw the old state until a reload: the redraw that comes with the action's answer can be missed.
      if (!answer.error) router.refresh();
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      const carrier = String(form.get("carrier") ?? "");
      const tracking = String(form.get("tracking_number") ?? "");
      return { ...previous, carrier, tracking, error: words("network"), fields: {} };
    }
  }, start);
  return (
    <form action={send} className="flex flex-col gap-4 rounded border border-line bg-card p-4">
      <h2>{t("heading")}</h2>
      {state.error ? (
        <Notice tone="bad" announce>
          {state.error}
        </Notice>
      ) : null}
      <TextField
        label={t("carrier")}
        name="carrier"
        data-testid="carrier"
        hint={t("carrierHint")}
        defaultValue={state.carrier}
        error={state.fields.carrier}
        maxLength={80}
      />
      <TextField
        label={t("tracking")}
        name="tracking_number"
        data-testid="tracking_number"
        defaultValue={state.tracking}
        error={state.fields.tracking_number}
        autoComplete="off"
        maxLength={80}
      />
      <SubmitButton size="large" wide data-testid="ship" pendingLabel={t("sending")}>
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
