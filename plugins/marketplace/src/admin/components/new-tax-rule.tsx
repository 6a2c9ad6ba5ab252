import { Checkbox, Input, Label, Select, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { ACTIVITY_NAMES, SELLER_KIND_NAMES, TAX_MODE_NAMES } from "../lib/rule-words"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const EMPTY = { activity: "goods", vat: "", pit: "", mode: "REPORT_ONLY", base: "goods_and_shipping", certainty: "uncertain", legal: "", note: "" }
const BASES: Record<string, string> = { goods: "Tiền hàng", goods_and_shipping: "Tiền hàng và tiền gửi" }
const CERTAINTIES: Record<string, string> = { uncertain: "Chưa chắc chắn", confirmed: "Tư vấn đã xác nhận" }
/** The rails whose money the house collects; what a seller gets directly passes through nobody who could withhold. */
const RAILS = ["vnpay"]
const bps = (percent: string) => Math.round(Number(percent.replace(",", ".") || "0") * 100)

/** A new withholding rule, with its law; to change one, end it and begin another. */
export function NewTaxRule({ onDone }: { onDone: () => void }) {
  const [form, setForm] = useState({ ...EMPTY, from: today() })
  const [kinds, setKinds] = useState(["household_business", "individual"])
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const typed = (key: keyof typeof form) => ({ id: `tax-${key}`, value: form[key], onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }) })

  async function add() {
    await adminApi("/admin/tax-rules", {
      seller_kinds: kinds,
      rails: RAILS,
      activity: form.activity,
      vat_bps: bps(form.vat),
      pit_bps: bps(form.pit),
      mode: form.mode,
      base: form.base,
      legal_basis: form.legal,
      certainty: form.certainty,
      note: form.note,
      valid_from: form.from,
    })
    setForm({ ...EMPTY, from: today() })
    onDone()
  }

  return (
    <FormDrawer title="Quy tắc thuế mới" open="Thêm quy tắc thuế" variant="primary" submit="Thêm" done="Đã thêm quy tắc." onSubmit={add}>
      <Choice id="tax-activity" label="Người bán làm gì" value={form.activity} names={ACTIVITY_NAMES} onChange={(activity) => change({ activity })} />
      <fieldset className="mb-4">
        <legend className="txt-compact-small mb-1 font-medium">Loại hình người bán</legend>
        {Object.entries(SELLER_KIND_NAMES).map(([kind, name]) => (
          <div key={kind} className="flex min-h-8 items-center gap-2">
            <Checkbox id={`tax-kind-${kind}`} checked={kinds.includes(kind)} onCheckedChange={(checked) => setKinds(checked === true ? [...kinds, kind] : kinds.filter((other) => other !== kind))} />
            <Label htmlFor={`tax-kind-${kind}`}>{name}</Label>
          </div>
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <Field id="tax-vat" label="GTGT (%)"><Input inputMode="decimal" placeholder="1" {...typed("vat")} /></Field>
        <Field id="tax-pit" label="TNCN (%)"><Input inputMode="decimal" placeholder="0,5" {...typed("pit")} /></Field>
      </div>
      <Choice id="tax-mode" label="Chế độ" value={form.mode} names={TAX_MODE_NAMES} onChange={(mode) => change({ mode })} />
      <Choice id="tax-base" label="Tính trên" value={form.base} names={BASES} onChange={(base) => change({ base })} />
      <Field id="tax-from" label="Từ ngày"><DayInput id="tax-from" min={today()} value={form.from} onChange={(from) => change({ from })} /></Field>
      <Field id="tax-legal" label="Căn cứ pháp lý"><Textarea placeholder="Nghị định 252/2026/NĐ-CP, điều 43" {...typed("legal")} /></Field>
      <Choice id="tax-certainty" label="Mức chắc chắn" value={form.certainty} names={CERTAINTIES} onChange={(certainty) => change({ certainty })} />
      <Field id="tax-note" label="Ghi chú: ai quyết định, vì sao"><Textarea {...typed("note")} /></Field>
    </FormDrawer>
  )
}

function Choice({ id, label, value, names, onChange }: { id: string; label: string; value: string; names: Record<string, string>; onChange: (value: string) => void }) {
  return (
    <Field id={id} label={label}>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}><Select.Value /></Select.Trigger>
        <Select.Content>{Object.entries(names).map(([key, name]) => <Select.Item key={key} value={key}>{name}</Select.Item>)}</Select.Content>
      </Select>
    </Field>
  )
}
