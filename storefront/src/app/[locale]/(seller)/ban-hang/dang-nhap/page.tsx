import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoginPage } from "@/components/door/login-page";
import { sellerDoor } from "@/lib/door/doors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("seller.login");
  return { title: t("title"), robots: { index: false } };
}

export default function SellerLogin({ searchParams }: PageProps<"/[locale]/ban-hang/dang-nhap">) {
  return <LoginPage door={sellerDoor} searchParams={searchParams} />;
}
