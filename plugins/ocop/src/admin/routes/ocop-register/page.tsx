import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { ProductDrawer } from "../../components/product-drawer"
import { askRegister, wordsOf } from "../../lib/admin-api"
import type { RegisterRow } from "../../lib/types"
import { dayWords, STATUSES } from "../../lib/words"

const PAGE_SIZE = 20
type Page = { products: RegisterRow[]; count: number }

/** The OCOP register of the whole country, and what the operator writes down in it for the authorities. */
export default function OcopRegisterPage() {
  const [q, setQ] = useState("")
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<Page>({ products: [], count: 0 })
  const [opened, setOpened] = useState<string | null>(null)

  const load = useCallback(
    () => askRegister<Page>(`/products?limit=${PAGE_SIZE}&offset=${offset}${q ? `&q=${encodeURIComponent(q)}` : ""}`),
    [q, offset],
  )
  useEffect(() => {
    // Waits until the operator stops typing; an answer that was overtaken is dropped.
    let current = true
    const timer = setTimeout(() => void load().then((answer) => current && setPage(answer)).catch((error: unknown) => toast.error(wordsOf(error))), 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [load])

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h1">Sổ OCOP</Heading>
          <Text className="text-ui-fg-subtle">{`${page.count} sản phẩm`}</Text>
        </div>
        <div className="flex items-center gap-x-2">
          {["xlsx", "csv"].map((format) => (
            <Button key={format} asChild variant="secondary" size="small"><a href={`/admin/ocop/register.${format}`} download>{format.toUpperCase()}</a></Button>
          ))}
          <Input className="w-64" value={q} aria-label="Tìm sản phẩm" placeholder="Tên sản phẩm hoặc chủ thể" onChange={(event) => { setQ(event.target.value); setOffset(0) }} />
        </div>
      </div>
      <div className="overflow-x-auto">
        <Table className="min-w-[44rem]">
          <Table.Header>
            <Table.Row>
              {["Sản phẩm", "Chủ thể", "Hạng", "Tình trạng", "Hết hạn"].map((heading) => <Table.HeaderCell key={heading}>{heading}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {page.products.map((product) => {
              const [latest] = product.recognitions
              return (
                <Table.Row key={product.id} className="cursor-pointer" onClick={() => setOpened(product.id)}>
                  <Table.Cell><button type="button" className="text-left" onClick={() => setOpened(product.id)}>{product.name}</button></Table.Cell>
                  <Table.Cell>{product.producer_name}</Table.Cell>
                  <Table.Cell>{latest ? `${latest.star} sao` : ""}</Table.Cell>
                  <Table.Cell>{latest ? <StatusBadge color={STATUSES[latest.status].color}>{STATUSES[latest.status].words}</StatusBadge> : "Chưa có giấy"}</Table.Cell>
                  <Table.Cell>{latest ? dayWords(latest.expires_on) : ""}</Table.Cell>
                </Table.Row>
              )
            })}
          </Table.Body>
        </Table>
      </div>
      <Table.Pagination
        count={page.count}
        pageSize={PAGE_SIZE}
        pageIndex={offset / PAGE_SIZE}
        pageCount={Math.max(1, Math.ceil(page.count / PAGE_SIZE))}
        canPreviousPage={offset > 0}
        canNextPage={offset + PAGE_SIZE < page.count}
        previousPage={() => setOffset(offset - PAGE_SIZE)}
        nextPage={() => setOffset(offset + PAGE_SIZE)}
        translations={{ of: "trên", results: "sản phẩm", pages: "trang", prev: "Trước", next: "Sau" }}
      />
      {opened && <ProductDrawer id={opened} onClose={() => setOpened(null)} onChanged={() => void load().then(setPage).catch(() => undefined)} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Sổ OCOP", icon: DocumentText })
