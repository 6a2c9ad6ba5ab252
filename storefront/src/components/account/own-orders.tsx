import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/link";
import { formatDate } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import { claimByPhone } from "@/lib/shop/actions/account";
import type { BuyerOrders } from "@/lib/shop/buyer-schema";

type Props = { orders: BuyerOrders; page: number; pageSize: number; claimed: string | undefined };

/** The buyer's checkouts, newest first, and a way to bring in those placed before there was an account. */
export function OwnOrders({ orders, page, pageSize, claimed }: Props) {
  const t = useTranslations("buyer.account");
  const states = useTranslations("shop.order");
  const locale = useLocale();
  const pages = Math.max(1, Math.ceil(orders.count / pageSize));
  return (
    <Card aria-labelledby="orders">
      <h2 id="orders">{t("orders")}</h2>
      {claimed !== undefined ? (
        <div className="mt-2">
          <Notice tone={claimed === "loi" ? "bad" : "info"} data-testid="claimed">
            {/^\d{1,4}$/.test(claimed) ? t("claimed", { count: Number(claimed) }) : t("claimFailed")}
          </Notice>
        </div>
      ) : null}
      {orders.order_groups.length === 0 ? <p className="mt-2 text-ink-soft">{t("noOrders")}</p> : null}
      <ul>
        {orders.order_groups.map((group) => (
          <li key={group.id} data-testid="own-order" data-id={group.id} className="border-t border-line py-3 first:border-t-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link href={`/don-hang/${group.id}`} className="inline-flex min-h-11 items-center font-semibold text-link">
                {t("placedOn", { date: formatDate(group.created_at, locale) })}
              </Link>
              <strong>{formatVnd(group.total_vnd, locale)}</strong>
            </div>
            <ul className="flex flex-col gap-1 text-sm">
              {group.orders.map((order) => (
                <li key={order.id} className="flex flex-wrap items-center justify-between gap-x-4">
                  <span>
                    {order.seller.name}: {order.items.map((item) => `${item.quantity} × ${item.title}`).join(", ")}
                  </span>
                  {order.state ? <Badge>{states(order.checking ? "checking.state" : `state.${order.state}`)}</Badge> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <nav aria-label={t("pages")} className="flex items-center justify-between gap-2 border-t border-line pt-2">
          {page > 1 ? (
            <ButtonLink href={`/tai-khoan?trang=${page - 1}`} variant="quiet">
              {t("newer")}
            </ButtonLink>
          ) : (
            <span />
          )}
          {page < pages ? (
            <ButtonLink href={`/tai-khoan?trang=${page + 1}`} variant="quiet">
              {t("older")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <form action={claimByPhone} className="mt-3 border-t border-line pt-3">
        <p className="mb-2 text-sm text-ink-soft">{t("claimText")}</p>
        <Button type="submit" variant="secondary" data-testid="claim-by-phone">
          {t("claim")}
        </Button>
      </form>
    </Card>
  );
}
