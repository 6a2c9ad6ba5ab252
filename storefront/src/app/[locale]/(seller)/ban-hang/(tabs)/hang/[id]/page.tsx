import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { ListingDetail } from "@/components/seller/listing-detail";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";
import { readEvidenceSearch } from "@/lib/seller/evidence";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EditListingPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  await requireToken(sellerDoor, `/ban-hang/hang/${id}`);
  const t = await getTranslations("seller.listing");
  return (
    <>
      <BackLink href="/ban-hang/hang">{t("backToListings")}</BackLink>
      <h1>{t("editTitle")}</h1>
      <Suspense fallback={<CardSkeletons height="h-40" />}>
        <ListingDetail id={id} evidence={readEvidenceSearch(search)} />
      </Suspense>
    </>
  );
}
