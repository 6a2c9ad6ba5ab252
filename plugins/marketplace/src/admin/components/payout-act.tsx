import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

type Props = { path: string; open: string; title: string; done: string; variant?: "primary" | "secondary"; /** Goes with the note. */ extra?: Record<string, unknown>; onDone: () => void }

/** A step of a payout, taken with a word about why: it stays in the record. */
export function PayoutAct({ path, open, title, done, variant, extra, onDone }: Props) {
  const [note, setNote] = useState("")
  const act = async () => {
    await adminApi(path, { note, ...extra })
    setNote("")
    onDone()
  }
  return (
    <FormDrawer title={title} open={open} submit={open} done={done} variant={variant} onSubmit={act}>
      <Field id={`note-${path}`} label="Ghi chú"><Textarea id={`note-${path}`} value={note} onChange={(event) => setNote(event.target.value)} placeholder="Ví dụ: đã đối chiếu từng dòng với sổ" /></Field>
    </FormDrawer>
  )
}
