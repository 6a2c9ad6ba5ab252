import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatVnd } from "@/lib/format/money";
import { lacksAccount } from "@/lib/shop/order-progress";
import type { OrderGroup } from "@/lib/types";

/** Money can't go back before the buyer says where to: said at the top, the form may lie screens below. */
export function RefundCall({ group }: { group: OrderGroup }) {
  const t = useTranslations("shop.order.moneyBack");
  const locale = useLocale();
  const lacking = lacksAccount(group);
  const [first] = lacking;
  if (!first) return null;
  return (
    <div className="flex w-full flex-col gap-3" data-testid="refund-call">
      <Notice tone="warning">
        <p>{t("call", { amount: formatVnd(lacking.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0), locale) })}</p>
      </Notice>
      <a href={`#refund-${first.id}`} className={buttonClass({ size: "large", wide: true })}>
        {t("callAction")}
      </a>
    </div>
  );
}
