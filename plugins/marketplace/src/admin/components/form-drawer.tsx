import { Button, Drawer, toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { messageOf } from "../lib/admin-api"

type Props = { title: string; open: string; submit: string; done: string; variant?: "primary" | "secondary" | "danger"; disabled?: boolean; onSubmit: () => Promise<unknown>; children: ReactNode }

/** A button that opens a form at the side. A refusal is shown and what was typed stays. */
export function FormDrawer({ title, open, submit, done, variant = "secondary", disabled, onSubmit, children }: Props) {
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)

  async function send() {
    setBusy(true)
    try {
      await onSubmit()
      toast.success(done)
      setShown(false)
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Drawer open={shown} onOpenChange={setShown}>
      <Drawer.Trigger asChild>
        <Button variant={variant} disabled={disabled} className="shrink-0 whitespace-nowrap">{open}</Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto">{children}</Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => setShown(false)}>Thôi</Button>
          <Button disabled={busy} onClick={() => void send()}>{submit}</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
