import { Button, Drawer } from "@medusajs/ui"
import { useState, type FormEvent, type ReactNode } from "react"
import { useSend } from "../lib/use-send"

type Props = { title: string; open: string; submit: string; done: string; variant?: "primary" | "secondary" | "danger"; disabled?: boolean; onSubmit: () => Promise<unknown>; children: ReactNode }

/** A button that opens a form at the side. A refusal is shown and what was typed stays; a field that says it is wrong keeps the form from being sent. */
export function FormDrawer({ title, open, submit, done, variant = "secondary", disabled, onSubmit, children }: Props) {
  const [shown, setShown] = useState(false)
  const { busy, send } = useSend(onSubmit, done)

  async function submitForm(event: FormEvent) {
    event.preventDefault()
    if (await send()) setShown(false)
  }

  return (
    <Drawer open={shown} onOpenChange={setShown}>
      <Drawer.Trigger asChild>
        <Button variant={variant} disabled={disabled} className="shrink-0 whitespace-nowrap">{open}</Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form className="contents" onSubmit={(event) => void submitForm(event)}>
          <Drawer.Header>
            <Drawer.Title>{title}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="overflow-y-auto">{children}</Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" onClick={() => setShown(false)}>Thôi</Button>
            <Button type="submit" disabled={busy}>{submit}</Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
