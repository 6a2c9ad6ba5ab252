import { Checkbox, Input, Label, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { ACTIVITY_NAMES, SELLER_KIND_NAMES, TAX_MODE_NAMES } from "../lib/rule-words"
import { useTexts } from "../lib/use-texts"
import { Choice } from "./choice"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const empty = () => ({ activity: "goods", vat: "", pit: "", mode: "REPORT_ONLY", base: "goods_and_shipping", certainty: "uncertain", legal: "", note: "", from: today() })
const BASES: Record<string, string> = { goods: "Tiền hàng", goods_and_shipping: "Tiền hàng và tiền gửi" }
const CERTAINTIES: Record<string, string> = { uncertain: "Chưa chắc chắn", confirmed: "Tư vấn đã xác nhận" }
/** The rails whose money the house collects; what a seller gets directly passes through nobody who could withhold. */
const RAILS = ["vnpay"]
const bps = (percent: string) => Math.round(Number(percent.replace(",", ".") || "0") * 100)

/** A new withholding rule, with its law; to change one, end it and begin another. */
export function NewTaxRule({ onDone }: { onDone: () => void }) {
  const { texts, change, typed, reset } = useTexts("tax", empty)
  const [kinds, setKinds] = useState(["household_business", "individual"])

  async function add() {
    await adminApi("/admin/tax-rules", {
      seller_kinds: kinds,
      rails: RAILS,
      activity: texts.activity,
      vat_bps: bps(texts.vat),
      pit_bps: bps(texts.pit),
      mode: texts.mode,
      base: texts.base,
      legal_basis: texts.legal,
      certainty: texts.certainty,
      note: texts.note,
      valid_from: texts.from,
    })
    reset()
    onDone()
  }

  return (
    <FormDrawer title="Quy tắc thuế mới" open="Thêm quy tắc thuế" variant="primary" submit="Thêm" done="Đã thêm quy tắc." onSubmit={add}>
      <Choice id="tax-activity" label="Người bán làm gì" value={texts.activity} options={Object.entries(ACTIVITY_NAMES)} onChange={(activity) => change({ activity })} />
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
      <Choice id="tax-mode" label="Chế độ" value={texts.mode} options={Object.entries(TAX_MODE_NAMES)} onChange={(mode) => change({ mode })} />
      <Choice id="tax-base" label="Tính trên" value={texts.base} options={Object.entries(BASES)} onChange={(base) => change({ base })} />
      <Field id="tax-from" label="Từ ngày"><DayInput id="tax-from" min={today()} value={texts.from} onChange={(from) => change({ from })} /></Field>
      <Field id="tax-legal" label="Căn cứ pháp lý"><Textarea placeholder="Nghị định 252/2026/NĐ-CP, điều 43" {...typed("legal")} /></Field>
      <Choice id="tax-certainty" label="Mức chắc chắn" value={texts.certainty} options={Object.entries(CERTAINTIES)} onChange={(certainty) => change({ certainty })} />
      <Field id="tax-note" label="Ghi chú: ai quyết định, vì sao"><Textarea {...typed("note")} /></Field>
    </FormDrawer>
  )
}
