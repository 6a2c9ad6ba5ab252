import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("official.meta");
  return { title: t("title"), robots: { index: false } };
}

export default function OfficialLayout({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
