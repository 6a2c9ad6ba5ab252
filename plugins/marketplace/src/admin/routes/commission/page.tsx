import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { Container, Heading, Table, Text } from "@medusajs/ui"
import { CommissionPreview } from "../../components/commission-preview"
import { EndRuleForm } from "../../components/end-rule-form"
import { NewCommissionRule } from "../../components/new-commission-rule"
import { NewTaxRule } from "../../components/new-tax-rule"
import { dayWords } from "../../lib/books"
import { ACTIVITY_NAMES, TAX_MODE_NAMES } from "../../lib/rule-words"
import { dong } from "../../lib/types"
import { useLoad } from "../../lib/use-load"

type Dated = { id: string; valid_from: string; valid_to: string | null }
type Commission = Dated & { name: string; seller_ids: string[]; product_sets: number[]; seller_kinds: string[]; province_codes: string[]; rate_bps: number; fixed_vnd: number }
type Tax = Dated & { activity: string; vat_bps: number; pit_bps: number; mode: string; legal_basis: string; certainty: string; note: string; rails: string[] }

const percent = (bps: number) => `${(bps / 100).toLocaleString("vi-VN")} %`

/** What a sale costs: the house's commission and the tax it withholds, by the day of the sale. */
export default function CommissionPage() {
  const { data: commission, reload } = useLoad<{ commission_rules: Commission[] }>("/admin/commission-rules")
  const { data: tax, reload: reloadTax } = useLoad<{ tax_rules: Tax[] }>("/admin/tax-rules")
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="grow">
            <Heading level="h1">Phí dịch vụ</Heading>
            <Text className="text-ui-fg-subtle">Quy tắc riêng nhất thắng: gian hàng, bộ sản phẩm, loại hình, tỉnh, rồi đến chung.</Text>
          </div>
          <CommissionPreview />
          <NewCommissionRule onDone={() => void reload()} />
        </div>
        <div className="overflow-x-auto">
          <Table className="min-w-[44rem]">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Tên</Table.HeaderCell>
                <Table.HeaderCell>Áp dụng cho</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Mức</Table.HeaderCell>
                <Table.HeaderCell>Hiệu lực</Table.HeaderCell>
                <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {commission?.commission_rules.map((rule) => (
                <Table.Row key={rule.id}>
                  <Table.Cell>{rule.name}</Table.Cell>
                  <Table.Cell>{scope(rule)}</Table.Cell>
                  <Table.Cell className="text-right">{[percent(rule.rate_bps), rule.fixed_vnd > 0 && `+ ${dong(rule.fixed_vnd)}`].filter(Boolean).join(" ")}</Table.Cell>
                  <Table.Cell>{period(rule)}</Table.Cell>
                  <Table.Cell>{rule.valid_to === null && <EndRuleForm path={`/admin/commission-rules/${rule.id}/end`} onDone={() => void reload()} />}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
        {commission?.commission_rules.length === 0 && <Text className="px-6 py-4">Chưa có quy tắc nào: sàn chưa thu phí của đơn nào.</Text>}
      </Container>
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="min-w-64 grow">
            <Heading level="h2">Thuế khấu trừ tại nguồn</Heading>
            <Text className="text-ui-fg-subtle">Chỉ với hộ kinh doanh và cá nhân. Chế độ do tư vấn pháp lý của đơn vị vận hành quyết định.</Text>
          </div>
          <NewTaxRule onDone={() => void reloadTax()} />
        </div>
        {tax?.tax_rules.map((rule) => (
          <div key={rule.id} className="flex items-start gap-x-4 px-6 py-3">
            <div className="grow">
              <Text weight="plus">{`${ACTIVITY_NAMES[rule.activity] ?? rule.activity}: GTGT ${percent(rule.vat_bps)}, TNCN ${percent(rule.pit_bps)}`}</Text>
              <Text size="small">{`${TAX_MODE_NAMES[rule.mode] ?? rule.mode} · ${period(rule)} · ${rule.legal_basis}`}</Text>
              {rule.certainty === "uncertain" && <Text size="small" className="text-ui-fg-subtle">{`Chưa chắc chắn: ${rule.note}`}</Text>}
            </div>
            {rule.valid_to === null && <EndRuleForm path={`/admin/tax-rules/${rule.id}/end`} onDone={() => void reloadTax()} />}
          </div>
        ))}
      </Container>
    </div>
  )
}

function scope(rule: Commission): string {
  const parts = [
    rule.seller_ids.length > 0 && `${rule.seller_ids.length} gian hàng`,
    rule.product_sets.length > 0 && `bộ sản phẩm ${rule.product_sets.join(", ")}`,
    rule.seller_kinds.length > 0 && `${rule.seller_kinds.length} loại hình`,
    rule.province_codes.length > 0 && `tỉnh ${rule.province_codes.join(", ")}`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join("; ") : "Tất cả"
}

function period({ valid_from, valid_to }: Dated): string {
  return valid_to ? `${dayWords(valid_from)} – ${dayWords(valid_to)}` : `Từ ${dayWords(valid_from)}`
}

export const config = defineRouteConfig({ label: "Phí và thuế", icon: ReceiptPercent })
