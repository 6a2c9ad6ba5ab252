import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { loadMoneyBack } from "@/lib/seller/money-back";
import { MoneyBackCard } from "./money-back-card";

const groups = [
  { heading: "open", state: "waiting" },
  { heading: "sent", state: "sent" },
  { heading: "done", state: "done" },
] as const;

/** What the shop has to send back to buyers, what it said it sent, and what is finished. */
export async function MoneyBackList() {
  const [t, items] = await Promise.all([getTranslations("seller.moneyBack"), loadMoneyBack("/ban-hang/tien/hoan-tien")]);
  if (items.length === 0) return <Message title={t("empty")} text={t("emptyText")} />;
  return groups.map(({ heading, state }) => {
    const own = items.filter((item) => item.state === state);
    if (own.length === 0) return null;
    return (
      <section key={state} aria-labelledby={`money-back-${state}`} className="flex flex-col gap-3">
        <h2 id={`money-back-${state}`}>{t(heading)}</h2>
        {own.map((item) => (
          <MoneyBackCard key={item.id} item={item} />
        ))}
      </section>
    );
  });
}
