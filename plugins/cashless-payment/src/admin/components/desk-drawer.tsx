import { Button, Drawer, toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"

type Props = {
  open: boolean
  title: string
  submit: string
  /** Throws an Error with the sentence to show. */
  onSubmit: () => Promise<void>
  onClose: () => void
  disabled?: boolean
  children: ReactNode
}

/** One act at the desk, confirmed in a drawer; what went wrong is said and the drawer stays. */
export function DeskDrawer({ open, title, submit, onSubmit, onClose, disabled = false, children }: Props) {
  const [sending, setSending] = useState(false)
  async function send() {
    setSending(true)
    try {
      await onSubmit()
      toast.success("Đã ghi lại.")
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setSending(false)
    }
  }
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">{children}</Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onClose}>Thôi</Button>
          <Button onClick={() => void send()} disabled={disabled} isLoading={sending}>{submit}</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
