import "@/styles/globals.css";
import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SandboxStrip } from "@/components/layout/sandbox-strip";
import { ClientMessages } from "@/i18n/client-messages";
import { routing } from "@/i18n/routing";

// Settings are read when a page is asked for, never baked in when it is built.
export const dynamic = "force-dynamic";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f2" },
    { media: "(prefers-color-scheme: dark)", color: "#141816" },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "common.site" });
  return {
    metadataBase: process.env.STOREFRONT_URL ? new URL(process.env.STOREFRONT_URL) : null,
    title: { default: `${t("name")}: ${t("tagline")}`, template: `%s | ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icon.svg" },
    formatDetection: { telephone: false },
  };
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale}>
      <body>
        <ClientMessages namespaces={["common.client"]}>
          <SandboxStrip />
          {children}
        </ClientMessages>
      </body>
    </html>
  );
}
