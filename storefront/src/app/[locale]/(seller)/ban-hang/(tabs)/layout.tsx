import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavTabs } from "@/components/ui/nav-tabs";
import { ClientMessages } from "@/i18n/client-messages";

/** One column for one thumb: the page, and four tabs under it. */
export default async function SellerTabsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("seller.tabs");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col">
      <main id="content" className="flex grow flex-col gap-4 px-4 pt-4 pb-28 sm:pb-10">
        <ClientMessages namespaces={["common.client", "common.units", "seller.form", "seller.ship", "seller.listingForm", "seller.certificateForm", "seller.certificates", "seller.moneyReceived", "seller.bankConnection"]}>
          {children}
        </ClientMessages>
      </main>
      <NavTabs
        label={t("label")}
        tabs={[
          { href: "/ban-hang", label: t("orders"), icon: "list" },
          { href: "/ban-hang/hang", label: t("listings"), icon: "shop", also: ["/ban-hang/so-ocop"] },
          { href: "/ban-hang/tien", label: t("money"), icon: "money" },
          { href: "/ban-hang/them", label: t("more"), icon: "more", also: ["/ban-hang/ho-so"] },
        ]}
      />
    </div>
  );
}
