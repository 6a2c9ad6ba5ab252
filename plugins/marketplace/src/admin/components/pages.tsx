import { Table } from "@medusajs/ui"

export const PAGE_SIZE = 20

type Props = { count: number; offset: number; onOffset: (offset: number) => void; unit: string }

/** The pages of a list, counted in its own unit ("mặt hàng"). */
export function Pages({ count, offset, onOffset, unit }: Props) {
  return (
    <Table.Pagination
      count={count}
      pageSize={PAGE_SIZE}
      pageIndex={offset / PAGE_SIZE}
      pageCount={Math.max(1, Math.ceil(count / PAGE_SIZE))}
      canPreviousPage={offset > 0}
      canNextPage={offset + PAGE_SIZE < count}
      previousPage={() => onOffset(offset - PAGE_SIZE)}
      nextPage={() => onOffset(offset + PAGE_SIZE)}
      translations={{ of: "trên", results: unit, pages: "trang", prev: "Trước", next: "Sau" }}
    />
  )
}
