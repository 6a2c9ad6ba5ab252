import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoginPage } from "@/components/door/login-page";
import { buyerDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("buyer.login");
  return { title: t("title"), robots: { index: false } };
}

export default function BuyerLogin({ searchParams }: Props) {
  return <LoginPage door={buyerDoor} searchParams={searchParams} />;
}
