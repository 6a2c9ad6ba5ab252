import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { buttonClass } from "@/components/ui/button";
import { formatPhone } from "@/lib/format/phone";
import type { Order } from "@/lib/seller/schemas";

/** Who bought. How to reach them is told once they have paid, not before. */
export function BuyerBlock({ buyer }: { buyer: Order["buyer"] }) {
  const t = useTranslations("seller.order");
  const lines = buyer.address_lines ?? [];
  return (
    <Card className="flex flex-col gap-1">
      <h2>{t("buyer")}</h2>
      {buyer.name ? <p className="font-semibold">{buyer.name}</p> : null}
      {lines.length > 0 ? (
        <address className="not-italic" data-testid="buyer-address">
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      ) : null}
      {buyer.phone ? (
        <a href={`tel:${buyer.phone}`} className={`${buttonClass({ variant: "secondary", size: "large" })} mt-2 self-start`}>
          {t("call", { phone: formatPhone(buyer.phone) })}
        </a>
      ) : (
        <p className="text-ink-soft">{t("buyerHidden")}</p>
      )}
    </Card>
  );
}
