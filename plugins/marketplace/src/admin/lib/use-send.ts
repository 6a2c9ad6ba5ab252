import { toast } from "@medusajs/ui"
import { useState } from "react"
import { messageOf } from "./admin-api"

/** Sends a form once at a time. A refusal is shown, and what was typed stays. `send` answers whether it went well. */
export function useSend(work: () => Promise<unknown>, done: string): { busy: boolean; send: () => Promise<boolean> } {
  const [busy, setBusy] = useState(false)
  async function send() {
    setBusy(true)
    try {
      await work()
      toast.success(done)
      return true
    } catch (error) {
      toast.error(messageOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, send }
}
