import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BackLink } from "@/components/seller/back-link";
import { CardSkeletons } from "@/components/seller/card-skeletons";
import { OrderDetail } from "@/components/seller/order-detail";
import { sellerDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

type Props = { params: Promise<{ id: string }> };

export default async function OrderPage({ params }: Props) {
  const { id } = await params;
  await requireToken(sellerDoor, `/ban-hang/don/${id}`);
  const t = await getTranslations("seller.order");
  return (
    <>
      <BackLink href="/ban-hang">{t("backToOrders")}</BackLink>
      <Suspense fallback={<CardSkeletons height="h-48" />}>
        <OrderDetail id={id} />
      </Suspense>
    </>
  );
}
