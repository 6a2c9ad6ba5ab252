import { Input, Textarea } from "@medusajs/ui"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { SELLER_KIND_NAMES } from "../lib/rule-words"
import { useTexts } from "../lib/use-texts"
import { Choice } from "./choice"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const KINDS = { all: "Mọi loại hình", ...SELLER_KIND_NAMES }
const empty = () => ({ name: "", rate: "", fixed: "", sellers: "", sets: "", kind: "all", provinces: "", reason: "", from: today() })
const list = (text: string) => text.split(/[\s,;]+/).filter((part) => part !== "")

/** A new rule; to change one, end it and begin another. */
export function NewCommissionRule({ onDone }: { onDone: () => void }) {
  const { texts, change, typed, reset } = useTexts("rule", empty)

  async function add() {
    await adminApi("/admin/commission-rules", {
      name: texts.name,
      seller_ids: list(texts.sellers),
      product_sets: list(texts.sets).map(Number),
      seller_kinds: texts.kind === "all" ? [] : [texts.kind],
      province_codes: list(texts.provinces),
      rate_bps: Math.round(Number(texts.rate.replace(",", ".")) * 100),
      fixed_vnd: Number(texts.fixed.replace(/[.\s]/g, "") || "0"),
      valid_from: texts.from,
      reason: texts.reason,
    })
    reset()
    onDone()
  }

  return (
    <FormDrawer title="Quy tắc phí mới" open="Thêm quy tắc" variant="primary" submit="Thêm" done="Đã thêm quy tắc." onSubmit={add}>
      <Field id="rule-name" label="Tên"><Input {...typed("name")} /></Field>
      <Field id="rule-rate" label="Phần trăm trên tiền hàng"><Input inputMode="decimal" placeholder="5" {...typed("rate")} /></Field>
      <Field id="rule-fixed" label="Cộng thêm mỗi đơn (đồng)"><Input inputMode="numeric" placeholder="0" {...typed("fixed")} /></Field>
      <Field id="rule-from" label="Từ ngày"><DayInput id="rule-from" min={today()} value={texts.from} onChange={(from) => change({ from })} /></Field>
      <Choice id="rule-kind" label="Loại hình người bán" options={Object.entries(KINDS)} value={texts.kind} onChange={(kind) => change({ kind })} />
      <Field id="rule-sets" label="Bộ sản phẩm OCOP (số, để trống là tất cả)"><Input placeholder="11, 12" {...typed("sets")} /></Field>
      <Field id="rule-provinces" label="Mã tỉnh (để trống là tất cả)"><Input placeholder="19" {...typed("provinces")} /></Field>
      <Field id="rule-sellers" label="Mã gian hàng (để trống là tất cả)"><Input placeholder="sel_…" {...typed("sellers")} /></Field>
      <Field id="rule-reason" label="Lý do"><Textarea {...typed("reason")} /></Field>
    </FormDrawer>
  )
}
