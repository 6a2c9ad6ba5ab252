import { useTranslations } from "next-intl";
import { NavTabs } from "@/components/ui/nav-tabs";

/** The four places of a seller; `moneyBack` amounts wait to be sent back to buyers. */
export function SellerTabs({ moneyBack }: { moneyBack: number }) {
  const t = useTranslations("seller.tabs");
  const tb = useTranslations("seller.moneyBack");
  return (
    <NavTabs
      label={t("label")}
      tabs={[
        { href: "/ban-hang", label: t("orders"), icon: "list" },
        { href: "/ban-hang/hang", label: t("listings"), icon: "shop", also: ["/ban-hang/so-ocop"] },
        { href: "/ban-hang/tien", also: ["/ban-hang/doi-soat"], label: t("money"), icon: "money", due: { count: moneyBack, words: tb("tabCount", { count: moneyBack }) } },
        { href: "/ban-hang/them", label: t("more"), icon: "more", also: ["/ban-hang/ho-so"] },
      ]}
    />
  );
}
