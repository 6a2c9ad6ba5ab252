import { toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { adminApi, messageOf } from "./admin-api"

/** What a path answers, read again when it changes or `reload` is called; null while nothing has come yet. */
export function useLoad<T>(path: string): { data: T | null; reload: () => Promise<void> } {
  const [data, setData] = useState<T | null>(null)
  const reload = useCallback(async () => {
    try {
      setData(await adminApi<T>(path))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }, [path])
  useEffect(() => {
    void reload()
  }, [reload])
  return { data, reload }
}
