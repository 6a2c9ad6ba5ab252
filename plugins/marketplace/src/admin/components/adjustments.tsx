import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { ACCOUNT_NAMES } from "../lib/books"
import { dong } from "../lib/types"
import { useLoad } from "../lib/use-load"
import { NewAdjustment, type ShopChoice } from "./new-adjustment"
import { PayoutAct } from "./payout-act"

type Entry = { account: string; seller_name: string | null; amount_vnd: number }
type Adjustment = { id: string; reference: string; reason: string; state: string; entries: Entry[]; proposed_by: string; proposed_at: string; decided_by: string | null; decision_note: string | null }

const STATES: Record<string, [string, "orange" | "green" | "grey"]> = { proposed: ["Chờ người khác duyệt", "orange"], posted: ["Đã ghi sổ", "green"], refused: ["Không ghi", "grey"] }

/** Corrections of the books: proposed by one person, booked by another, kept with both names. */
export function Adjustments({ shops, onBooked }: { shops: ShopChoice[]; onBooked: () => void }) {
  const { data, reload } = useLoad<{ adjustments: Adjustment[]; count: number }>("/admin/ledger/adjustments?limit=20")
  const decided = () => {
    void reload()
    onBooked()
  }
  return (
    <Container className="divide-y p-0" data-testid="adjustments">
      <div className="flex flex-wrap items-center gap-3 px-6 py-4">
        <div className="min-w-64 grow">
          <Heading level="h2">Điều chỉnh</Heading>
          <Text className="text-ui-fg-subtle">Một người đề nghị, một người khác duyệt thì mới ghi sổ.</Text>
        </div>
        <NewAdjustment shops={shops} onDone={() => void reload()} />
      </div>
      {data?.adjustments.map((row) => {
        const [label, color] = STATES[row.state] ?? [row.state, "grey"]
        return (
          <div key={row.id} className="flex flex-wrap items-start gap-3 px-6 py-3" data-testid={`adjustment-${row.state}`}>
            <div className="min-w-64 grow">
              <Text weight="plus">{row.reason}</Text>
              {row.entries.map((entry, at) => (
                <Text key={at} size="small">{`${entry.amount_vnd > 0 ? "Nợ" : "Có"} ${ACCOUNT_NAMES[entry.account] ?? entry.account}${entry.seller_name ? `, ${entry.seller_name}` : ""}: ${dong(Math.abs(entry.amount_vnd))}`}</Text>
              ))}
              <Text size="small" className="break-words text-ui-fg-subtle">{[row.reference, `đề nghị: ${row.proposed_by}`, row.decided_by && `quyết định: ${row.decided_by}`, row.decision_note].filter(Boolean).join(" · ")}</Text>
            </div>
            <StatusBadge color={color}>{label}</StatusBadge>
            {row.state === "proposed" && (
              <div className="flex gap-2">
                <PayoutAct path={`/admin/ledger/adjustments/${row.id}/refuse`} open="Không ghi" title="Không ghi điều chỉnh này" done="Đã ghi lại quyết định." onDone={decided} />
                <PayoutAct path={`/admin/ledger/adjustments/${row.id}/approve`} open="Duyệt" title="Duyệt và ghi sổ" done="Đã ghi sổ." variant="primary" onDone={decided} />
              </div>
            )}
          </div>
        )
      })}
      {data?.count === 0 && <Text className="px-6 py-4">Chưa có điều chỉnh nào.</Text>}
    </Container>
  )
}
