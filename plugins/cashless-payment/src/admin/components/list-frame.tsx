import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { PAGE_SIZE } from "../lib/use-page"

type Props = {
  title: string
  hint: string
  empty: string
  /** Null while it loads. */
  count: number | null
  problem: string | null
  offset: number
  onOffset: (offset: number) => void
  onRetry: () => void
  filters?: ReactNode
  children: ReactNode
}

/** A list of the desk with its loading, empty and failed states and its pages. */
export function ListFrame({ title, hint, empty, count, problem, offset, onOffset, onRetry, filters, children }: Props) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">{title}</Heading>
          <Text className="text-ui-fg-subtle">{hint}</Text>
        </div>
        {filters}
      </div>
      {problem ? (
        <div className="flex items-center gap-4 px-6 py-4" role="alert">
          <Text>{problem}</Text>
          <Button size="small" variant="secondary" onClick={onRetry}>Thử lại</Button>
        </div>
      ) : count === null ? (
        <Text className="px-6 py-4">Đang tải…</Text>
      ) : count === 0 ? (
        <Text className="px-6 py-4">{empty}</Text>
      ) : (
        <>
          <div className="overflow-x-auto">{children}</div>
          <Table.Pagination
            count={count}
            pageSize={PAGE_SIZE}
            pageIndex={offset / PAGE_SIZE}
            pageCount={Math.max(1, Math.ceil(count / PAGE_SIZE))}
            canPreviousPage={offset > 0}
            canNextPage={offset + PAGE_SIZE < count}
            previousPage={() => onOffset(offset - PAGE_SIZE)}
            nextPage={() => onOffset(offset + PAGE_SIZE)}
            translations={{ of: "trên", results: "khoản", pages: "trang", prev: "Trước", next: "Sau" }}
          />
        </>
      )}
    </Container>
  )
}
