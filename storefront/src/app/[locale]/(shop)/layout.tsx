import type { ReactNode } from "react";
import { ShopFooter } from "@/components/layout/shop-footer";
import { ShopHeader } from "@/components/layout/shop-header";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <ShopHeader />
      <main id="content" className="page-width grow py-5">
        {children}
      </main>
      <ShopFooter />
    </div>
  );
}
