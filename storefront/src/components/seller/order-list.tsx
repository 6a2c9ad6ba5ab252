import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";
import { loadOrders } from "@/lib/seller/load";
import { groupOrders } from "@/lib/seller/order-groups";
import { OrderCard } from "./order-card";

export async function OrderList() {
  const [t, orders] = await Promise.all([getTranslations("seller.orders"), loadOrders("/ban-hang")]);
  if (orders.length === 0) {
    return (
      <Message title={t("empty")} text={t("emptyText")}>
        <ButtonLink href="/ban-hang/hang" size="large">
          {t("emptyAction")}
        </ButtonLink>
      </Message>
    );
  }
  return groupOrders(orders).map((group) => (
    <section key={group.name} className="flex flex-col gap-3">
      <h2>
        {t(`groups.${group.name}`)} <span className="font-normal text-ink-soft">({group.orders.length})</span>
      </h2>
      <ul className="flex flex-col gap-3">
        {group.orders.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
