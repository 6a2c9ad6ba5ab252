import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { awaitsPayment, checkedOrders, paysAtDoor } from "@/lib/shop/order-progress";
import type { OrderGroup } from "@/lib/types";

const steps = { vietqr: ["wait", "twice", "check", "safe"], vnpay: ["wait", "twice", "check", "safe"], cod: ["answer", "amount", "look", "other"] } as const;

/** What to do when something about the payment looks wrong, in the order in which it helps, for the rail that is used. */
export function PayHelp({ group }: { group: OrderGroup }) {
  const t = useTranslations("shop.order.help");
  const checked = checkedOrders(group);
  const waiting = group.orders.filter((order) => (awaitsPayment(order) && !checked.includes(order)) || paysAtDoor(order));
  const rails = (["vietqr", "vnpay", "cod"] as const).filter((rail) => waiting.some((order) => order.payment.rail === rail));
  return rails.map((rail) => (
    <Fold key={rail} title={t(`${rail}.title`)} data-testid="pay-help" data-rail={rail}>
      <ol className="list-decimal space-y-2 pb-3 pl-5">
        {steps[rail].map((step) => (
          <li key={step}>{t(`${rail}.${step}`)}</li>
        ))}
      </ol>
    </Fold>
  ));
}
