import { Button, Drawer, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { adminApi, messageOf } from "../lib/admin-api"
import { dong } from "../lib/types"
import { Field } from "./field"

type Preview = {
  goods_vnd: number
  shipping_vnd: number
  commission_vnd: number
  tax: { mode: string; vat_vnd: number; pit_vnd: number }
  charges: { name: string; base_vnd: number; amount_vnd: number }[]
}

/** What an order would be charged by the rules of today. */
export function CommissionPreview() {
  const [orderId, setOrderId] = useState("")
  const [preview, setPreview] = useState<Preview | null>(null)

  async function ask() {
    try {
      setPreview((await adminApi<{ preview: Preview }>("/admin/commission-rules/preview", { order_id: orderId.trim() })).preview)
    } catch (error) {
      setPreview(null)
      toast.error(messageOf(error))
    }
  }

  return (
    <Drawer>
      <Drawer.Trigger asChild>
        <Button variant="secondary">Tính thử một đơn</Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>Đơn này sẽ bị tính bao nhiêu?</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body>
          <Field id="preview-order" label="Mã đơn hàng"><Input id="preview-order" placeholder="order_…" value={orderId} onChange={(event) => setOrderId(event.target.value)} /></Field>
          {preview && (
            <div>
              <Line name="Tiền hàng" vnd={preview.goods_vnd} />
              <Line name="Tiền gửi hàng (của người bán)" vnd={preview.shipping_vnd} />
              {preview.charges.map((charge) => <Line key={charge.name} name={`${charge.name}, trên ${dong(charge.base_vnd)}`} vnd={charge.amount_vnd} />)}
              <Line name="Phí dịch vụ" vnd={preview.commission_vnd} />
              {preview.tax.mode !== "OFF" && <Line name={preview.tax.mode === "WITHHOLD" ? "Thuế khấu trừ" : "Thuế (chỉ ghi lại)"} vnd={preview.tax.vat_vnd + preview.tax.pit_vnd} />}
            </div>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button onClick={() => void ask()}>Tính</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Line({ name, vnd }: { name: string; vnd: number }) {
  return (
    <div className="flex justify-between gap-x-4 py-1">
      <Text>{name}</Text>
      <Text weight="plus" className="whitespace-nowrap">{dong(vnd)}</Text>
    </div>
  )
}
