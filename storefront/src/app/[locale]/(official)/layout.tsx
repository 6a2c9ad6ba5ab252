import type { ReactNode } from "react";

export default function OfficialLayout({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
