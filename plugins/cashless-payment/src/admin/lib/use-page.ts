import { useCallback, useEffect, useState } from "react"
import { callAdmin } from "./call-admin"

export const PAGE_SIZE = 20

/** One page of a list of the desk: `null` while it loads, `problem` when it could not be loaded. */
export function usePage<T extends { count: number }>(path: string, query: Record<string, string> = {}) {
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
