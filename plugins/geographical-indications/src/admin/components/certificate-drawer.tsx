import { Button, Drawer, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { askBackend, vietnameseDay, type Certificate } from "../lib/certificates"

type Props = { certificate: Certificate; name: string; onClose: () => void; onDecided: () => void }

/** One paper with its scan, its log, and what the operator may do with it. */
export function CertificateDrawer({ certificate, name, onClose, onDecided }: Props) {
  const [reason, setReason] = useState("")
  const [working, setWorking] = useState(false)
  const path = `/admin/quality-certificates/${certificate.id}`

  async function decide(act: "confirm" | "reject" | "revoke") {
    setWorking(true)
    try {
      const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())
      await askBackend(`${path}/${act}`, { reason: act === "confirm" ? reason || null : reason, ...(act === "revoke" && { revoked_on: today }), ...(act === "confirm" && { evidence_sha256: certificate.evidence?.sha256 ?? null }) })
      toast.success("Đã ghi.")
      onDecided()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Chưa làm được. Hãy thử lại.")
    } finally {
      setWorking(false)
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{name}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Text>{`Số: ${certificate.number ?? "không ghi"}`}</Text>
          <Text>{`Cấp cho: ${certificate.holder_name}. Nơi cấp: ${certificate.issuer ?? "không ghi"}.`}</Text>
          <Text>{`Từ ${vietnameseDay(certificate.issued_on)} đến ${vietnameseDay(certificate.expires_on)}`}</Text>
          {certificate.term?.exceeded ? <Text className="text-ui-fg-error">{`Hạn dài hơn mức thường thấy (${certificate.term.max_months} tháng); quy định này chưa được xác nhận.`}</Text> : null}
          <Text>{`Hàng: ${certificate.products.map(({ title }) => title).join(", ")}`}</Text>
          {certificate.evidence ? <a className="text-ui-fg-interactive" href={`${path}/evidence`}>Tải bản chụp</a> : <Text>Không kèm bản chụp.</Text>}
          <ul>
            {certificate.log.map((line) => (
              <li key={`${line.action}${line.at}`}>
                <Text size="small" className="text-ui-fg-subtle">{`${new Date(line.at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })} · ${line.by}${line.reason ? `: ${line.reason}` : ""}`}</Text>
              </li>
            ))}
          </ul>
          <Label htmlFor="reason">Lý do hoặc ghi chú (người bán đọc được khi không nhận)</Label>
          <Textarea id="reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Drawer.Body>
        <Drawer.Footer>
          {certificate.review === "waiting" ? (
            <>
              <Button variant="danger" disabled={working} onClick={() => void decide("reject")}>Không nhận</Button>
              <Button disabled={working} onClick={() => void decide("confirm")}>Xác nhận</Button>
            </>
          ) : null}
          {certificate.review === "confirmed" && !certificate.revoked_on ? (
            <Button variant="danger" disabled={working} onClick={() => void decide("revoke")}>Thu hồi từ hôm nay</Button>
          ) : null}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
