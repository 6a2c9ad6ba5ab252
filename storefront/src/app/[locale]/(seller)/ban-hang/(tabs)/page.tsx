import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { WaitingDossiers } from "@/components/seller/dossier/waiting-dossiers";
import { OrderList } from "@/components/seller/order-list";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function OrdersPage() {
  await requireToken(sellerDoor, "/ban-hang");
  const t = await getTranslations("seller.orders");
  return (
    <>
      <h1>{t("title")}</h1>
      <Suspense fallback={null}>
        <WaitingDossiers />
      </Suspense>
      <Suspense fallback={<CardSkeletons height="h-32" />}>
        <OrderList />
      </Suspense>
    </>
  );
}
