import { Drawer, Heading, StatusBadge, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { askRegister, wordsOf } from "../lib/admin-api"
import type { Recognition, RegisterProduct } from "../lib/types"
import { ACTS, dayWords, GROUNDS, STATUSES, warningWords } from "../lib/words"
import { ActFields } from "./act-fields"

/** One product of the register: its certificates with what may be done to them, where else it is sold, its history. */
export function ProductDrawer({ id, onClose, onChanged }: { id: string; onClose: () => void; onChanged: () => void }) {
  const [product, setProduct] = useState<RegisterProduct | null>(null)
  const load = useCallback(() => {
    askRegister<{ product: RegisterProduct }>(`/products/${id}`)
      .then((answer) => setProduct(answer.product))
      .catch((error: unknown) => toast.error(wordsOf(error)))
  }, [id])
  useEffect(load, [load])
  const changed = () => {
    load()
    onChanged()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{product?.name ?? "Sản phẩm"}</Drawer.Title>
          <Drawer.Description>{[product?.producer_name, product?.commune?.full_name, product?.province?.full_name].filter(Boolean).join(", ")}</Drawer.Description>
        </Drawer.Header>
        {product && (
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            {product.illustrative && <Text size="small" className="text-ui-tag-orange-text">Dữ liệu minh hoạ</Text>}
            {product.recognitions.map((recognition) => (
              <RecognitionActs key={recognition.id} product={product} recognition={recognition} onDone={changed} />
            ))}
            <details>
              <summary className="cursor-pointer">Ghi quyết định công nhận mới</summary>
              <ActFields
                path={`/products/${id}/recognitions`}
                submit="Ghi vào sổ"
                onDone={changed}
                toBody={({ star, ...rest }) => ({ ...rest, star: Number(star) })}
                fields={[
                  { name: "star", label: "Hạng sao", choices: { "3": "3 sao", "4": "4 sao", "5": "5 sao" } },
                  { name: "decision_no", label: "Số quyết định" },
                  { name: "issued_by", label: "Cơ quan ban hành" },
                  { name: "issued_on", label: "Ngày cấp", type: "date" },
                  { name: "expires_on", label: "Ngày hết hạn (bỏ trống: 36 tháng)", type: "date" },
                ]}
              />
            </details>
            <Elsewhere product={product} onDone={changed} />
            <History product={product} />
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

function RecognitionActs({ product, recognition, onDone }: { product: RegisterProduct; recognition: Recognition; onDone: () => void }) {
  const { words, color } = STATUSES[recognition.status]
  const path = `/products/${product.id}/recognitions/${recognition.id}`
  return (
    <section className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-2">
        <Heading level="h3">{`${recognition.star} sao`}</Heading>
        <StatusBadge color={color}>{words}</StatusBadge>
      </div>
      <Text size="small">{[recognition.decision_no, recognition.issued_by, `cấp ${dayWords(recognition.issued_on)}`, `hết hạn ${dayWords(recognition.expires_on)}`, recognition.prolonged_until && `kéo dài đến ${dayWords(recognition.prolonged_until)}`, recognition.certificate_code].filter(Boolean).join(" · ")}</Text>
      {recognition.revoked_on && <Text size="small" className="text-ui-fg-error">{[`Thu hồi ${dayWords(recognition.revoked_on)}`, recognition.revocation_document_no, GROUNDS[recognition.revocation_ground ?? ""]].filter(Boolean).join(" · ")}</Text>}
      {recognition.may_prolong && recognition.prolongation_latest && (
        <details>
          <summary className="cursor-pointer">{`Kéo dài (muộn nhất ${dayWords(recognition.prolongation_latest)}, Điều 12.3)`}</summary>
          <ActFields path={`${path}/prolong`} submit="Kéo dài" onDone={onDone} fields={[{ name: "until", label: "Kéo dài đến ngày", type: "date", value: recognition.prolongation_latest }, { name: "document_no", label: "Số văn bản" }]} />
        </details>
      )}
      {recognition.may_revoke && (
        <details>
          <summary className="cursor-pointer">Thu hồi (Điều 8)</summary>
          <ActFields
            path={`${path}/revoke`}
            submit="Thu hồi giấy chứng nhận"
            danger
            onDone={onDone}
            fields={[
              { name: "ground", label: "Căn cứ", choices: GROUNDS },
              { name: "concluded_on", label: "Ngày kết luận (phải thu hồi trong 15 ngày)", type: "date" },
              { name: "revoked_on", label: "Ngày thu hồi", type: "date", value: product.today },
              { name: "document_no", label: "Số quyết định thu hồi" },
              { name: "reason", label: "Ghi chú" },
            ]}
          />
        </details>
      )}
    </section>
  )
}

function Elsewhere({ product, onDone }: { product: RegisterProduct; onDone: () => void }) {
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h3">Bán trên sàn khác</Heading>
      {product.external_listings.map((sale) => (
        <div key={sale.id} className="flex flex-col gap-y-1">
          <Text size="small" className="break-all">{`${sale.platform_name}: ${sale.url} (${sale.counts ? "được tính" : "chưa được tính"})`}</Text>
          <ActFields path={`/products/${product.id}/external-listings/${sale.id}/check`} submit="Ghi kết quả xem" onDone={onDone} fields={[{ name: "result", label: "Tôi vừa mở trang này", choices: { on_sale: "Đang bán", gone: "Không còn bán" } }]} />
        </div>
      ))}
      <details>
        <summary className="cursor-pointer">Thêm địa chỉ bán</summary>
        <ActFields path={`/products/${product.id}/external-listings`} submit="Thêm" onDone={onDone} fields={[{ name: "url", label: "Địa chỉ (https://)", type: "url" }, { name: "evidence", label: "Ghi chú" }]} />
      </details>
    </section>
  )
}

function History({ product }: { product: RegisterProduct }) {
  return (
    <section className="flex flex-col gap-y-1">
      <Heading level="h3">Nhật ký</Heading>
      {product.history.length === 0 && <Text size="small" className="text-ui-fg-subtle">Chưa có việc nào được ghi.</Text>}
      {product.history.map((line) => (
        <Text key={line.id} size="small">{[dayWords(line.at), ACTS[line.act] ?? line.act, line.actor_name, line.document_no, ...line.warnings.map(warningWords)].filter(Boolean).join(" · ")}</Text>
      ))}
    </section>
  )
}
