import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActForm } from "@/components/official/desk/act-form";
import { ExternalSection } from "@/components/official/desk/external-section";
import { Fold } from "@/components/ui/fold";
import { HistoryLines } from "@/components/official/desk/history-lines";
import { ListingSections } from "@/components/official/desk/listing-sections";
import { RecognitionCard } from "@/components/official/desk/recognition-card";
import { Forbidden } from "@/components/official/forbidden";
import { IllustrativeBanner } from "@/components/ui/illustrative-banner";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { Link } from "@/i18n/link";
import { localeHref } from "@/i18n/locale-href";
import { officialDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { callDoor } from "@/lib/door/session";
import { placeLine, placeTitle } from "@/lib/format/place";
import { loadMe } from "@/lib/official/load";
import { productSchema } from "@/lib/official/register-schemas";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("productTitle"), robots: { index: false } };
}

/** A product of the register: its certificates and what may be done to them, where it is on sale, and its history. */
export default async function RegisterProductPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { hang } = await searchParams;
  const sought = (typeof hang === "string" && hang.trim().slice(0, 200)) || undefined;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) notFound();
  const here = `/dieu-hanh/so-dang-ky/${id}`;
  const [t, locale, me, answer] = await Promise.all([
    getTranslations("desk"),
    getLocale(),
    loadMe(here),
    callDoor(officialDoor, { path: `/official/register/${id}`, query: { listing: sought }, schema: productSchema, here }),
  ]);
  if (!answer.ok && answer.status === 403) return <Forbidden ownUnit={me.unit} />;
  if (!answer.ok && answer.status === 404) notFound();
  if (!answer.ok) throw new Error(`${here} answered ${answer.status} ${answer.code}`);
  const { product } = answer.data;
  const place = product.commune && product.province ? placeLine(product.commune, product.province, locale) : product.province && placeTitle(product.province, locale);
  return (
    <ClientMessages namespaces={["desk.act"]}>
      <IllustrativeBanner show={product.illustrative || product.recognitions.some((recognition) => recognition.illustrative)} />
      <header className="flex flex-col gap-1">
        <Link href="/dieu-hanh/so-dang-ky" className="screen-only inline-flex min-h-11 items-center self-start text-link">{t("back")}</Link>
        <h1 className="text-indigo-800">{product.name}</h1>
        <p>{[product.producer_name, place].filter(Boolean).join(" · ")}</p>
        {product.code ? <p className="text-sm text-ink-soft">{product.code}</p> : null}
      </header>
      <section className="flex flex-col gap-3">
        <h2>{t("recognition.title")}</h2>
        {product.recognitions.length === 0 ? <p className="text-ink-soft">{t("recognition.none")}</p> : null}
        <ul className="flex flex-col gap-3">
          {product.recognitions.map((recognition) => (
            <RecognitionCard key={recognition.id} productId={product.id} recognition={recognition} today={product.today} />
          ))}
        </ul>
        {product.may_recognise.length > 0 ? (
          <Fold title={t("recognise.title")} data-testid="recognise">
            <div className="pt-2 pb-3">
              <ActForm
                target={{ act: "recognise", product: product.id }}
                submit={t("recognise.submit")}
                done={t("recognise.done")}
                data-testid="recognise-form"
                fields={[
                  { name: "star", kind: "select", label: t("recognise.star"), hint: t("recognise.starHint"), options: product.may_recognise.map((star) => ({ value: String(star), label: t("filters.starsOption", { count: star }) })) },
                  { name: "decision_no", kind: "text", label: t("recognition.decision") },
                  { name: "issued_by", kind: "text", label: t("recognition.issuer") },
                  { name: "issued_on", kind: "date", label: t("recognition.issued"), max: product.today },
                  { name: "expires_on", kind: "date", label: t("recognition.expires"), hint: t("recognise.expiresHint"), optional: true },
                ]}
              />
            </div>
          </Fold>
        ) : (
          <Notice title={t("readOnly")} data-testid="commune-reads">
            <p>{t("readOnlyText")}</p>
          </Notice>
        )}
      </section>
      <ListingSections product={product} sought={sought} action={localeHref(locale, here)} />
      <ExternalSection product={product} />
      <HistoryLines lines={product.history} />
    </ClientMessages>
  );
}
