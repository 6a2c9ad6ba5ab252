import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgainForm } from "@/components/shop/again-form";
import { AgainLines } from "@/components/shop/again-lines";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { countLines, currentCart } from "@/lib/shop/cart";
import { loadAgain } from "@/lib/shop/load-again";
import { openOrder } from "@/lib/shop/orders";
import { orderHref } from "@/lib/shop/order-href";

type Query = Partial<Record<"k" | "don", string | string[]>>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.again");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** What an order that lapsed or was called off would come to today, before it goes back into the basket. */
export default async function OrderAgainPage({ params, searchParams }: Props) {
  const [t, locale, { id }, query] = await Promise.all([getTranslations("shop.again"), getLocale(), params, searchParams]);
  const opened = await openOrder(id, one(query.k), locale);
  if (!opened) notFound();
  const { group, key } = opened;
  const orderId = one(query.don);
  const plan = await loadAgain(group, orderId, locale);
  if (plan.length === 0) notFound();
  const cart = await currentCart(locale);
  const possible = plan.some(({ now }) => now !== null && now.quantity > 0);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5" data-testid="order-again">
      <h1>{t("title")}</h1>
      <Card>
        <AgainLines plan={plan} />
      </Card>
      {possible ? (
        <>
          {cart ? <Notice>{t("basketKept", { count: countLines(cart) })}</Notice> : null}
          <AgainForm
            orderGroupId={id}
            orderKey={key}
            orderId={orderId}
            words={{ submit: t("submit"), sending: t("sending"), failed: t("failed"), missed: t("missed"), toCart: t("toCart") }}
          />
          <p className="text-sm text-ink-soft">{t("text")}</p>
        </>
      ) : (
        <>
          <Notice tone="warning">{t("nothing")}</Notice>
          <ButtonLink href="/tim-kiem">{t("elsewhere")}</ButtonLink>
        </>
      )}
      <ButtonLink href={orderHref(id, key)} variant="quiet">
        {t("back")}
      </ButtonLink>
    </div>
  );
}
