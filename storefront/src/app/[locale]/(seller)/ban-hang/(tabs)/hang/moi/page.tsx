import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { NewListingForm } from "@/components/seller/new-listing-form";
import { loadMe } from "@/lib/seller/load";

export default async function NewListingPage() {
  const [t, { seller }] = await Promise.all([getTranslations("seller"), loadMe("/ban-hang/hang/moi")]);
  return (
    <>
      <BackLink href="/ban-hang/hang">{t("listing.backToListings")}</BackLink>
      <h1>{t("listing.newTitle")}</h1>
      <NewListingForm sellerId={seller.id} />
      <p className="text-sm text-ink-soft">{t("listingForm.starsNote")}</p>
    </>
  );
}
