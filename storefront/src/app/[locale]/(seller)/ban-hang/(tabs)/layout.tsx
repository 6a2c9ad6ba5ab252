import { type ReactNode, Suspense } from "react";
import { SellerTabs } from "@/components/seller/seller-tabs";
import { ClientMessages } from "@/i18n/client-messages";
import { countMoneyBack } from "@/lib/seller/money-back";

/** One column for one thumb: the page, and four tabs under it. */
export default function SellerTabsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col">
      <main id="content" className="flex grow flex-col gap-4 px-4 pt-4 pb-28 sm:pb-10">
        <ClientMessages namespaces={["common.client", "common.units", "seller.form", "seller.ship", "seller.listingForm", "seller.certificateForm", "seller.certificates", "seller.moneyReceived", "seller.bankConnection", "seller.moneyBackForm"]}>
          {children}
        </ClientMessages>
      </main>
      <Suspense fallback={<SellerTabs moneyBack={0} />}>
        <TabsWithDue />
      </Suspense>
    </div>
  );
}

async function TabsWithDue() {
  return <SellerTabs moneyBack={await countMoneyBack()} />;
}
