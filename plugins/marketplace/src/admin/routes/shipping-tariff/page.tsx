import { defineRouteConfig } from "@medusajs/admin-sdk"
import { TruckFast } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { HouseTariffForm, type HouseTariff } from "../../components/house-tariff-form"
import { useLoad } from "../../lib/use-load"

/** What sending costs from every shop that has not said otherwise. */
export default function ShippingTariffPage() {
  const { data, reload } = useLoad<HouseTariff>("/admin/shipping-tariff")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">Phí giao hàng của chợ</Heading>
        <Text className="text-ui-fg-subtle">Áp dụng cho gian hàng chưa đặt bảng phí riêng. Chặng tính từ xã của gian hàng đến xã của người nhận.</Text>
      </div>
      {data ? <HouseTariffForm given={data} onSaved={() => void reload()} /> : <Text className="px-6 py-4">Đang tải…</Text>}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Phí giao hàng", icon: TruckFast })
