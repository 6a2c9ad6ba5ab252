import { Label } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A labelled field of an operator's form. */
export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="mb-4">
      <Label htmlFor={id} className="mb-1 block">{label}</Label>
      {children}
    </div>
  )
}
