import { useCallback, useEffect, useState } from "react"
import { callAdmin } from "./call-admin"

export const PAGE_SIZE = 20

/** One page of a list of the desk: `page` is null while it loads, `problem` says why it could not be loaded. */
export type PagedList<T extends { count: number }> = { page: T | null; problem: string | null; offset: number; setOffset: (offset: number) => void; reload: () => Promise<void> }

/** Reads a list of the operator's API page by page; another query is another list. */
export function usePage<T extends { count: number }>(path: string, query: Record<string, string> = {}): PagedList<T> {
  const [page, setPage] = useState<T | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [offset, setOffset] = useState(0)
  const address = `${path}?${new URLSearchParams({ ...query, limit: String(PAGE_SIZE), offset: String(offset) })}`

  const reload = useCallback(async () => {
    try {
      setPage(await callAdmin<T>(address))
      setProblem(null)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }, [address])

  useEffect(() => {
    void reload()
  }, [reload])

  return { page, problem, offset, setOffset, reload }
}
