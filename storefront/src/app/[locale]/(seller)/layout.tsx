import type { ReactNode } from "react";

export default function SellerLayout({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
