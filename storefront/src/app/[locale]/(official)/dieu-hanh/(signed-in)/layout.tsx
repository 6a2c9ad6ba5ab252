import type { ReactNode } from "react";
import { OfficialHeader } from "@/components/official/official-header";

export default function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col text-[0.95rem]">
      <OfficialHeader />
      <main id="content" className="page-width flex grow flex-col gap-6 py-5 print:p-0">
        {children}
      </main>
    </div>
  );
}
