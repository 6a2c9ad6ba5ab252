import { getTranslations } from "next-intl/server";
import { Fold } from "@/components/ui/fold";
import { sayCashMissing } from "@/lib/shop/actions/order-life";
import type { GroupOrder, OrderGroup } from "@/lib/types";
import { OrderWordForm } from "./order-word-form";

/** The shop says that cash was given back: the buyer can say that it was not. */
export async function CashMissing({ group, order, orderKey }: { group: OrderGroup; order: GroupOrder; orderKey: string }) {
  if (!order.payment.cash_too?.returned_at) return null;
  const t = await getTranslations("shop.order");
  return (
    <Fold title={t("cashMissingTitle")} data-testid="cash-missing-fold">
      <div className="pb-3">
        <OrderWordForm
          name="cash-missing"
          action={sayCashMissing}
          orderGroupId={group.id}
          orderKey={orderKey}
          orderId={order.id}
          quiet
          words={{ text: t("cashMissingText"), submit: t("cashMissingSubmit"), sending: t("moneyBack.saving"), failed: t("actFailed") }}
        />
      </div>
    </Fold>
  );
}
