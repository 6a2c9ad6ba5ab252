import { Input } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { dayOf, dayWords } from "../lib/books"

type Props = { id?: string; label?: string; value: string; min?: string; max?: string; onChange: (day: string) => void }

/**
 * A day typed as it is written here, 22/11/2026: the browser's own field follows the browser's language, where
 * 11/12 may mean November. `onChange` hears YYYY-MM-DD, and "" while what stands there is no day that may be chosen.
 */
export function DayInput({ id, label, value, min, max, onChange }: Props) {
  const [text, setText] = useState(dayWords(value))
  useEffect(() => {
    if (value) setText(dayWords(value))
  }, [value])
  const allowed = (typed: string) => {
    const day = dayOf(typed)
    return day && (!min || day >= min) && (!max || day <= max) ? day : ""
  }
  return (
    <Input
      id={id}
      aria-label={label}
      aria-invalid={!allowed(text)}
      inputMode="numeric"
      placeholder="ngày/tháng/năm"
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(allowed(event.target.value))
      }}
    />
  )
}
