import { Button, Input, Table, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { adminApi } from "../lib/admin-api"
import { useSend } from "../lib/use-send"
import { Choice } from "./choice"
import { Field } from "./field"

const ZONES = [["commune", "Trong xã, phường"], ["province", "Trong tỉnh"], ["region", "Trong vùng"], ["nationwide", "Cả nước"]] as const
type Zone = (typeof ZONES)[number][0]

export type HouseTariff = {
  tariff: {
    ships_within: string
    zones: Record<Zone, { base_vnd: number; per_kg_vnd: number }>
    free_from_vnd: number | null
    handling_days: number
    fresh_within: string
    max_parcel_grams: number | null
  }
  transit_days: Record<Zone, { min: number; max: number }>
}

type Texts = Record<string, string>
const COLUMNS = [["base", "Ký đầu (đồng)"], ["kg", "Mỗi ký sau (đồng)"], ["min", "Nhanh nhất (ngày)"], ["max", "Lâu nhất (ngày)"]] as const
const whole = (text: string | undefined) => Number((text ?? "").replace(/[.\s]/g, "") || "0")
const orNull = (text: string | undefined) => (text?.trim() ? whole(text) : null)

/** The tariff of every shop that has not set its own. What was typed stays when it is refused. */
export function HouseTariffForm({ given, onSaved }: { given: HouseTariff; onSaved: () => void }) {
  const [texts, setTexts] = useState<Texts>(() => textsOf(given))
  const save = async () => {
    await adminApi("/admin/shipping-tariff", bodyOf(texts))
    onSaved()
  }
  const { busy, send } = useSend(save, "Đã lưu. Giỏ hàng tính theo bảng mới từ lần tính tới; đơn đã đặt giữ phí cũ.")
  const input = (key: string, label: string) => <Input id={`tariff-${key}`} aria-label={label} inputMode="numeric" value={texts[key] ?? ""} onChange={(event) => setTexts({ ...texts, [key]: event.target.value })} />
  const scope = (key: string, label: string) => (
    <Choice id={`tariff-${key}`} label={label} options={ZONES.map(([id, name]) => [id, name])} value={texts[key] ?? ""} onChange={(value) => setTexts({ ...texts, [key]: value })} />
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <form onSubmit={submit}>
      <div className="overflow-x-auto">
        <Table className="min-w-[44rem]">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Chặng</Table.HeaderCell>
              {COLUMNS.map(([key, name]) => <Table.HeaderCell key={key}>{name}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {ZONES.map(([zone, name]) => (
              <Table.Row key={zone}>
                <Table.Cell className="whitespace-nowrap">{name}</Table.Cell>
                {COLUMNS.map(([key, label]) => <Table.Cell key={key} className="py-2">{input(`${zone}-${key}`, `${name}: ${label}`)}</Table.Cell>)}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <div className="grid gap-x-4 px-6 py-4 md:grid-cols-2">
        {scope("ships", "Gửi xa nhất")}
        {scope("fresh", "Hàng tươi gửi xa nhất")}
        <Field id="tariff-free" label="Miễn phí gửi từ (đồng, để trống nếu không)">{input("free", "Miễn phí gửi từ (đồng)")}</Field>
        <Field id="tariff-heaviest" label="Kiện nặng nhất (gam, để trống nếu không giới hạn)">{input("heaviest", "Kiện nặng nhất (gam)")}</Field>
        <Field id="tariff-handling" label="Số ngày chuẩn bị hàng">{input("handling", "Số ngày chuẩn bị hàng")}</Field>
      </div>
      <div className="flex flex-wrap items-center gap-3 px-6 pb-4">
        <Button type="submit" isLoading={busy}>Lưu bảng phí</Button>
        <Text size="small" className="text-ui-fg-subtle">Gian hàng có bảng phí riêng không bị ảnh hưởng, trừ số ngày đi đường.</Text>
      </div>
    </form>
  )
}

function textsOf({ tariff, transit_days }: HouseTariff): Texts {
  const zones = ZONES.flatMap(([zone]) => [
    [`${zone}-base`, String(tariff.zones[zone].base_vnd)],
    [`${zone}-kg`, String(tariff.zones[zone].per_kg_vnd)],
    [`${zone}-min`, String(transit_days[zone].min)],
    [`${zone}-max`, String(transit_days[zone].max)],
  ])
  const rest = { ships: tariff.ships_within, fresh: tariff.fresh_within, free: String(tariff.free_from_vnd ?? ""), heaviest: String(tariff.max_parcel_grams ?? ""), handling: String(tariff.handling_days) }
  return { ...(Object.fromEntries(zones) as Texts), ...rest }
}

function bodyOf(texts: Texts) {
  const each = <T,>(make: (zone: Zone) => T) => Object.fromEntries(ZONES.map(([zone]) => [zone, make(zone)])) as Record<Zone, T>
  return {
    ships_within: texts.ships,
    fresh_within: texts.fresh,
    free_from_vnd: orNull(texts.free),
    max_parcel_grams: orNull(texts.heaviest),
    handling_days: whole(texts.handling),
    zones: each((zone) => ({ base_vnd: whole(texts[`${zone}-base`]), per_kg_vnd: whole(texts[`${zone}-kg`]) })),
    transit_days: each((zone) => ({ min: whole(texts[`${zone}-min`]), max: whole(texts[`${zone}-max`]) })),
  }
}
