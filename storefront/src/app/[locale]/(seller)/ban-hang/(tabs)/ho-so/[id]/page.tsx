import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { DossierOverview } from "@/components/seller/dossier/dossier-overview";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

type Props = { params: Promise<{ id: string }> };

export default async function DossierPage({ params }: Props) {
  const { id } = await params;
  await requireToken(sellerDoor, `/ban-hang/ho-so/${id}`);
  const t = await getTranslations("dossier");
  return (
    <>
      <BackLink href="/ban-hang/ho-so">{t("list.title")}</BackLink>
      <Suspense fallback={<CardSkeletons height="h-40" />}>
        <DossierOverview id={id} />
      </Suspense>
    </>
  );
}
