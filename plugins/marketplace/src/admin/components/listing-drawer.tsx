import { Button, Drawer, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { adminApi, messageOf } from "../lib/admin-api"
import { dong, pictureUrl, type QueuedListing } from "../lib/types"
import { NONE, RegisterChoice } from "./register-choice"
import { RightChoice } from "./right-choice"

type Props = { listing: QueuedListing; onClose: () => void; onDecided: () => void }

/** One listing to decide: what the buyer would see, what the registers say, and the two answers. */
export function ListingDrawer({ listing, onClose, onDecided }: Props) {
  // Nothing is chosen beforehand: a badge is the operator's decision, not a default. One that was decided before stays.
  const [match, setMatch] = useState(listing.ocop?.product_id ?? (listing.matches.length === 0 ? NONE : ""))
  const [right, setRight] = useState(listing.rights_of_use.length === 0 ? NONE : "")
  const [reason, setReason] = useState("")
  const [busy, setBusy] = useState(false)

  async function decide(verdict: "approve" | "reject", body: unknown, done: string) {
    setBusy(true)
    try {
      await adminApi(`/admin/listings/${listing.id}/${verdict}`, body)
      toast.success(done)
      onDecided()
    } catch (error) {
      toast.error(messageOf(error))
      setBusy(false)
    }
  }

  const approve = () =>
    decide("approve", { ocop_product_id: idOrNull(match), right_of_use_id: idOrNull(right) }, "Đã duyệt. Mặt hàng đang được bán.")
  const reject = () => decide("reject", { reason }, "Đã từ chối. Người bán đọc được lý do.")
  const proposed = listing.status === "proposed"

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{listing.title}</Drawer.Title>
          <Drawer.Description>{`${listing.seller.name}, ${listing.seller.commune.full_name}, ${listing.seller.province.full_name}`}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
          <ListingFacts listing={listing} />
          {proposed && <RegisterChoice matches={listing.matches} value={match} onChange={setMatch} />}
          {proposed && <RightChoice rights={listing.rights_of_use} value={right} onChange={setRight} />}
          {listing.status !== "rejected" && (
            <section className="flex flex-col gap-y-2">
              <Label htmlFor="reason">{proposed ? "Hoặc từ chối, với lý do cho người bán" : "Gỡ khỏi sàn, với lý do cho người bán"}</Label>
              <Textarea id="reason" data-testid="reason" value={reason} onChange={(event) => setReason(event.target.value)} placeholder="Ví dụ: ảnh chưa thấy rõ nhãn sản phẩm, xin chụp lại." />
            </section>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          {listing.status !== "rejected" && (
            <Button variant="danger" data-testid="reject" disabled={busy || reason.trim().length < 5} onClick={() => void reject()}>
              {proposed ? "Từ chối" : "Gỡ khỏi sàn"}
            </Button>
          )}
          {proposed && (
            <Button data-testid="approve" disabled={busy || match === "" || right === ""} onClick={() => void approve()}>Duyệt</Button>
          )}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function ListingFacts({ listing }: { listing: QueuedListing }) {
  const net = listing.net_weight_grams ? `${listing.net_weight_grams} g` : listing.net_volume_ml ? `${listing.net_volume_ml} ml` : "chưa ghi"
  return (
    <section className="flex flex-col gap-y-3">
      <div className="flex gap-x-2 overflow-x-auto">
        {listing.images.map((image) => (
          <img key={image.id} src={pictureUrl(image, 320)} alt={image.alt ?? listing.title} style={{ backgroundColor: image.color }} className="h-48 rounded-lg object-cover" />
        ))}
      </div>
      <Text>{`${dong(listing.price_vnd)} một ${listing.unit}, khối lượng tịnh ${net}, còn ${listing.available_quantity}`}</Text>
      {listing.illustrative && <Text size="small" className="text-ui-tag-orange-text">Dữ liệu minh hoạ</Text>}
      {listing.description && <Text size="small" className="whitespace-pre-line">{listing.description}</Text>}
      {listing.rejection_reason && <Text size="small" className="text-ui-fg-error">{`Đã từ chối: ${listing.rejection_reason}`}</Text>}
    </section>
  )
}

function idOrNull(choice: string): string | null {
  return choice === NONE || choice === "" ? null : choice
}
