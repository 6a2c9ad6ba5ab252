import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Container, Heading, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { adminApi, messageOf } from "../../lib/admin-api"
import { SELLER_KIND_NAMES } from "../../lib/rule-words"

type Seller = {
  id: string
  name: string
  kind: keyof typeof SELLER_KIND_NAMES
  phone: string
  status: string
  commune: { full_name: string }
  province: { full_name: string }
}

/** Who sells on the fair. Shops are opened over POST /admin/sellers. */
export default function SellersPage() {
  const [q, setQ] = useState("")
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<{ sellers: Seller[]; count: number }>({ sellers: [], count: 0 })

  useEffect(() => {
    // Waits until the operator stops typing; an answer that was overtaken is dropped.
    let current = true
    const timer = setTimeout(() => {
      adminApi<{ sellers: Seller[]; count: number }>(`/admin/sellers?limit=${PAGE_SIZE}&offset=${offset}${q ? `&q=${encodeURIComponent(q)}` : ""}`)
        .then((answer) => current && setPage(answer))
        .catch((error: unknown) => toast.error(messageOf(error)))
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [q, offset])

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h1">Gian hàng</Heading>
          <Text className="text-ui-fg-subtle">{`${page.count} gian hàng`}</Text>
        </div>
        <Input
          className="w-64"
          value={q}
          aria-label="Tìm gian hàng"
          placeholder="Tìm theo tên"
          onChange={(event) => {
            setQ(event.target.value)
            setOffset(0)
          }}
        />
      </div>
      <div className="overflow-x-auto">
        <Table className="min-w-[44rem]">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Tên</Table.HeaderCell>
              <Table.HeaderCell>Loại</Table.HeaderCell>
              <Table.HeaderCell>Nơi</Table.HeaderCell>
              <Table.HeaderCell>Điện thoại</Table.HeaderCell>
              <Table.HeaderCell>Trạng thái</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {page.sellers.map((seller) => (
              <Table.Row key={seller.id}>
                <Table.Cell>{seller.name}</Table.Cell>
                <Table.Cell>{SELLER_KIND_NAMES[seller.kind]}</Table.Cell>
                <Table.Cell>{`${seller.commune.full_name}, ${seller.province.full_name}`}</Table.Cell>
                <Table.Cell>{seller.phone}</Table.Cell>
                <Table.Cell>
                  <StatusBadge color={seller.status === "active" ? "green" : "red"}>{seller.status === "active" ? "Đang bán" : "Tạm ngưng"}</StatusBadge>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <Pages count={page.count} offset={offset} onOffset={setOffset} unit="gian hàng" />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Gian hàng", icon: BuildingStorefront })
