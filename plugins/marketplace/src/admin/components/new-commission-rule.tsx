import { Input, Select, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { SELLER_KIND_NAMES } from "../lib/rule-words"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const KINDS = { all: "Mọi loại hình", ...SELLER_KIND_NAMES }
const EMPTY = { name: "", rate: "", fixed: "", sellers: "", sets: "", kind: "all", provinces: "", reason: "" }
const list = (text: string) => text.split(/[\s,;]+/).filter((part) => part !== "")

/** A new rule; to change one, end it and begin another. */
export function NewCommissionRule({ onDone }: { onDone: () => void }) {
  const [form, setForm] = useState({ ...EMPTY, from: today() })
  const field = (key: keyof typeof form) => ({ id: `rule-${key}`, value: form[key], onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }) })

  async function add() {
    await adminApi("/admin/commission-rules", {
      name: form.name,
      seller_ids: list(form.sellers),
      product_sets: list(form.sets).map(Number),
      seller_kinds: form.kind === "all" ? [] : [form.kind],
      province_codes: list(form.provinces),
      rate_bps: Math.round(Number(form.rate.replace(",", ".")) * 100),
      fixed_vnd: Number(form.fixed.replace(/[.\s]/g, "") || "0"),
      valid_from: form.from,
      reason: form.reason,
    })
    setForm({ ...EMPTY, from: today() })
    onDone()
  }

  return (
    <FormDrawer title="Quy tắc phí mới" open="Thêm quy tắc" variant="primary" submit="Thêm" done="Đã thêm quy tắc." onSubmit={add}>
      <Field id="rule-name" label="Tên"><Input {...field("name")} /></Field>
      <Field id="rule-rate" label="Phần trăm trên tiền hàng"><Input inputMode="decimal" placeholder="5" {...field("rate")} /></Field>
      <Field id="rule-fixed" label="Cộng thêm mỗi đơn (đồng)"><Input inputMode="numeric" placeholder="0" {...field("fixed")} /></Field>
      <Field id="rule-from" label="Từ ngày"><DayInput id="rule-from" min={today()} value={form.from} onChange={(from) => setForm({ ...form, from })} /></Field>
      <Field id="rule-kind" label="Loại hình người bán">
        <Select value={form.kind} onValueChange={(kind) => setForm({ ...form, kind })}>
          <Select.Trigger id="rule-kind"><Select.Value /></Select.Trigger>
          <Select.Content>{Object.entries(KINDS).map(([id, name]) => <Select.Item key={id} value={id}>{name}</Select.Item>)}</Select.Content>
        </Select>
      </Field>
      <Field id="rule-sets" label="Bộ sản phẩm OCOP (số, để trống là tất cả)"><Input placeholder="11, 12" {...field("sets")} /></Field>
      <Field id="rule-provinces" label="Mã tỉnh (để trống là tất cả)"><Input placeholder="19" {...field("provinces")} /></Field>
      <Field id="rule-sellers" label="Mã gian hàng (để trống là tất cả)"><Input placeholder="sel_…" {...field("sellers")} /></Field>
      <Field id="rule-reason" label="Lý do"><Textarea {...field("reason")} /></Field>
    </FormDrawer>
  )
}
