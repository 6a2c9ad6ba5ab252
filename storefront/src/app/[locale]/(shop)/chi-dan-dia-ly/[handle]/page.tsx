import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { SignPage, signTitle } from "@/components/shop/sign-page";
import { localeHref } from "@/i18n/locale-href";
import { findIndication } from "@/lib/shop/catalogue";
import { signHref } from "@/lib/shop/sign-href";

type Props = { params: Promise<{ handle: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const gi = await findIndication((await params).handle, await getLocale());
  return gi ? { title: await signTitle(gi) } : {};
}

export default async function IndicationPage({ params }: Props) {
  const locale = await getLocale();
  const gi = await findIndication((await params).handle, locale);
  if (!gi) notFound();
  if (gi.kind !== "geographical_indication") redirect(localeHref(locale, signHref(gi)));
  return <SignPage sign={gi} />;
}
