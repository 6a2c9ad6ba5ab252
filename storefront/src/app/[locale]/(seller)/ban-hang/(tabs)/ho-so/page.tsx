import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { OwnDossiers } from "@/components/seller/dossier/own-dossiers";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function DossiersPage() {
  await requireToken(sellerDoor, "/ban-hang/ho-so");
  const t = await getTranslations("dossier");
  return (
    <>
      <BackLink href="/ban-hang/them">{t("list.back")}</BackLink>
      <h1>{t("list.title")}</h1>
      <Suspense fallback={<CardSkeletons height="h-32" />}>
        <OwnDossiers />
      </Suspense>
    </>
  );
}
