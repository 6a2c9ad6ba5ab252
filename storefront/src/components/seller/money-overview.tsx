import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";
import { formatDateTime } from "@/lib/format/date";
import { formatVnd } from "@/lib/format/money";
import { loadOrders } from "@/lib/seller/load";
import { summariseMoney } from "@/lib/seller/money-summary";

const parts = ["received", "collected", "cash", "waiting"] as const;

/** Where the money of the shop's orders is. Every sum opens into the orders it is made of. */
export async function MoneyOverview() {
  const [t, locale, orders] = await Promise.all([getTranslations("seller.money"), getLocale(), loadOrders("/ban-hang/tien")]);
  const { received, collectedByMarket, cash, waiting } = summariseMoney(orders);
  const groups = { received, collected: collectedByMarket, cash, waiting };
  return (
    <>
      {parts.map((part) => (
        <Card key={part} className="flex flex-col gap-1" data-testid={`money-${part}`} data-amount={groups[part].totalVnd}>
          <h2 className="font-semibold">{t(part)}</h2>
          <p className={`text-3xl font-bold ${part === "received" ? "text-tea-700" : ""}`}>
            {formatVnd(groups[part].totalVnd, locale)}
          </p>
          <p className="text-sm text-ink-soft">{t(groups[part].lines.length > 0 ? `${part}Hint` : "none")}</p>
          <ul>
            {groups[part].lines.map((line) => (
              <li key={line.orderId} className="border-t border-line">
                <Link href={`/ban-hang/don/${line.orderId}`} className="flex min-h-12 items-center gap-3 py-2">
                  <span className="grow">
                    {t("order", { id: line.displayId })}
                    <span className="block text-sm text-ink-soft">{formatDateTime(line.at, locale)}</span>
                  </span>
                  <span className="font-semibold whitespace-nowrap">{formatVnd(line.amountVnd, locale)}</span>
                  <Icon name="arrow" className="size-5 text-ink-soft" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Link href="/ban-hang/tien/ngan-hang" data-testid="bank-connection" className="flex min-h-14 items-center gap-3 rounded border border-line bg-card px-4 py-2 font-semibold">
        <span className="grow">{t("connectBank")}</span>
        <Icon name="arrow" className="size-5 text-ink-soft" />
      </Link>
      <p className="text-sm text-ink-soft">{t("basis", { count: orders.length })}</p>
    </>
  );
}
