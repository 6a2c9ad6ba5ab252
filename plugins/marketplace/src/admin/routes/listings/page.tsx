import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle } from "@medusajs/icons"
import { Container, Heading, Select, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { ListingDrawer } from "../../components/listing-drawer"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { adminApi, messageOf } from "../../lib/admin-api"
import { dong, pictureUrl, type QueuedListing } from "../../lib/types"

const STATUSES = { proposed: "Chờ duyệt", published: "Đang bán", rejected: "Đã từ chối" }

/** The moderation queue: nothing is shown on the fair before somebody decided it here (Law 122/2025/QH15, art. 17.1.đ). */
export default function ListingsPage() {
  const [status, setStatus] = useState("proposed")
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<{ listings: QueuedListing[]; count: number } | null>(null)
  const [opened, setOpened] = useState<QueuedListing | null>(null)

  const load = useCallback(async () => {
    try {
      setPage(await adminApi(`/admin/listings?status=${status}&limit=${PAGE_SIZE}&offset=${offset}`))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }, [status, offset])

  useEffect(() => {
    void load()
  }, [load])

  const count = page?.count ?? 0
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h1">Duyệt hàng</Heading>
          <Text className="text-ui-fg-subtle">{page === null ? "Đang tải…" : count === 0 ? "Không có mặt hàng nào." : `${count} mặt hàng`}</Text>
        </div>
        <Select
          value={status}
          onValueChange={(value) => {
            setStatus(value)
            setOffset(0)
          }}
        >
          <Select.Trigger className="w-48" aria-label="Trạng thái">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {Object.entries(STATUSES).map(([value, label]) => (
              <Select.Item key={value} value={value}>{label}</Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <div className="overflow-x-auto">
        <Table className="min-w-[44rem]">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Mặt hàng</Table.HeaderCell>
              <Table.HeaderCell>Người bán</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Giá</Table.HeaderCell>
              <Table.HeaderCell>Gửi lúc</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {page?.listings.map((listing) => (
              <ListingRow key={listing.id} listing={listing} onOpen={() => setOpened(listing)} />
            ))}
          </Table.Body>
        </Table>
      </div>
      <Pages count={count} offset={offset} onOffset={setOffset} unit="mặt hàng" />
      {opened && (
        <ListingDrawer
          key={opened.id}
          listing={opened}
          onClose={() => setOpened(null)}
          onDecided={() => {
            setOpened(null)
            void load()
          }}
        />
      )}
    </Container>
  )
}

function ListingRow({ listing, onOpen }: { listing: QueuedListing; onOpen: () => void }) {
  const [cover] = listing.images
  return (
    <Table.Row data-testid={`listing-row-${listing.handle}`} className="cursor-pointer" onClick={onOpen}>
      <Table.Cell>
        <button type="button" className="flex items-center gap-x-3 py-2 text-left">
          {cover && <img src={pictureUrl(cover, 320)} alt="" style={{ backgroundColor: cover.color }} className="h-12 w-12 rounded object-cover" />}
          {listing.title}
        </button>
      </Table.Cell>
      <Table.Cell>{`${listing.seller.name}, ${listing.seller.commune.full_name}`}</Table.Cell>
      <Table.Cell className="text-right">{dong(listing.price_vnd)}</Table.Cell>
      <Table.Cell>{new Date(listing.submitted_at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })}</Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "Duyệt hàng", icon: CheckCircle })
