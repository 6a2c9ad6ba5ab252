import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { CertificateForm } from "@/components/seller/certificate-form";
import { Message } from "@/components/ui/message";
import { loadCertificateKinds } from "@/lib/seller/certificates";
import { loadListings, loadMe } from "@/lib/seller/load";

const here = "/ban-hang/them/giay-chung-nhan/moi";

export default async function NewCertificatePage() {
  const [t, list, locale, { seller }, listings] = await Promise.all([
    getTranslations("seller.certificateForm"),
    getTranslations("seller.certificates"),
    getLocale(),
    loadMe(here),
    loadListings(here),
  ]);
  const goods = listings.filter(({ status }) => status !== "rejected").map(({ id, title }) => ({ id, title }));
  const kinds = await loadCertificateKinds(locale);
  const names = await getTranslations("common.qualityKind");
  return (
    <>
      <BackLink href="/ban-hang/them/giay-chung-nhan">{list("back")}</BackLink>
      <h1>{t("title")}</h1>
      {goods.length === 0 ? (
        <Message title={t("noProducts")} />
      ) : (
        <CertificateForm
          kinds={kinds.map((kind) => ({ ...kind, name: names(kind.kind), hint: locale === "en" ? kind.number_hint.en : kind.number_hint.vi }))}
          goods={goods}
          holder={seller.name}
        />
      )}
    </>
  );
}
