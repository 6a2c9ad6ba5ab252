import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { PAGE_SIZE, type PagedList } from "../lib/use-page"

/** A column by its name; `amount` stands at the right, `acts` is named only to who listens to the page. */
export type Column = string | { amount: string } | { acts: string }

type Props = {
  title: string
  hint: string
  empty: string
  /** Where the list is one of several on its page. */
  heading?: "h1" | "h2"
  /** What is counted below the list. */
  unit?: string
  list: PagedList<{ count: number }>
  columns: Column[]
  filters?: ReactNode
  /** The rows. */
  children: ReactNode
}

/** A list of the desk with its loading, empty and failed states and its pages. */
export function ListFrame({ title, hint, empty, heading = "h1", unit = "khoản", list, columns, filters, children }: Props) {
  const { page, problem, offset, setOffset, reload } = list
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <div>
          <Heading level={heading}>{title}</Heading>
          <Text className="text-ui-fg-subtle">{hint}</Text>
        </div>
        {filters}
      </div>
      {problem ? (
        <div className="flex items-center gap-4 px-6 py-4" role="alert">
          <Text>{problem}</Text>
          <Button size="small" variant="secondary" onClick={() => void reload()}>Thử lại</Button>
        </div>
      ) : page === null ? (
        <Text className="px-6 py-4">Đang tải…</Text>
      ) : page.count === 0 ? (
        <Text className="px-6 py-4">{empty}</Text>
      ) : (
        <>
          <div className="overflow-x-auto">
            <Table className="min-w-[56rem]">
              <Table.Header>
                <Table.Row>{columns.map(headerCell)}</Table.Row>
              </Table.Header>
              <Table.Body>{children}</Table.Body>
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
            translations={{ of: "trên", results: unit, pages: "trang", prev: "Trước", next: "Sau" }}
          />
        </>
      )}
    </Container>
  )
}

function headerCell(column: Column) {
  if (typeof column === "string") return <Table.HeaderCell key={column}>{column}</Table.HeaderCell>
  if ("amount" in column) return <Table.HeaderCell key={column.amount} className="text-right">{column.amount}</Table.HeaderCell>
  return <Table.HeaderCell key={column.acts}><span className="sr-only">{column.acts}</span></Table.HeaderCell>
}
