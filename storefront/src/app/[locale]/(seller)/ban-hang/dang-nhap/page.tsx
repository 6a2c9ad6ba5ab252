import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoginPage } from "@/components/door/login-page";
import { sellerDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("seller.login");
  return { title: t("title"), robots: { index: false } };
}

export default function SellerLogin({ searchParams }: Props) {
  return <LoginPage door={sellerDoor} searchParams={searchParams} />;
}
