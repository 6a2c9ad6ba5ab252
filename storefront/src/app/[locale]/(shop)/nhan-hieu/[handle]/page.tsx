import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { SignPage, signTitle } from "@/components/shop/sign-page";
import { localeHref } from "@/i18n/locale-href";
import { findIndication } from "@/lib/shop/catalogue";
import { signHref } from "@/lib/shop/sign-href";

type Props = { params: Promise<{ handle: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const mark = await findIndication((await params).handle, await getLocale());
  return mark ? { title: await signTitle(mark) } : {};
}

export default async function MarkPage({ params }: Props) {
  const locale = await getLocale();
  const mark = await findIndication((await params).handle, locale);
  if (!mark) notFound();
  if (mark.kind === "geographical_indication") redirect(localeHref(locale, signHref(mark)));
  return <SignPage sign={mark} />;
}
