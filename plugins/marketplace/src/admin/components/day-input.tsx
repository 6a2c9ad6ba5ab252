import { Input, Text } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type FormEvent } from "react"
import { dayOf, dayProblem, dayWords } from "../lib/books"

type Props = { id?: string; label?: string; value: string; min?: string; max?: string; onChange: (day: string) => void }

/**
 * A day typed as it is written here, 22/11/2026: the browser's own field follows the browser's language, where
 * 11/12 may mean November. `onChange` hears YYYY-MM-DD, and "" while what stands there is no day that may be chosen:
 * its form is not sent then, and the reason stands below the field.
 */
export function DayInput({ id, label, value, min, max, onChange }: Props) {
  const [text, setText] = useState(dayWords(value))
  const [left, setLeft] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const wordsId = useId()
  const problem = dayProblem(text, { min, max })
  useEffect(() => {
    if (value) setText(dayWords(value))
  }, [value])
  useEffect(() => input.current?.setCustomValidity(problem ?? ""), [problem])

  /** The browser's bubble would go away by itself. */
  function refuse(event: FormEvent<HTMLInputElement>) {
    event.preventDefault()
    setLeft(true)
    const field = event.currentTarget
    if (field.form?.querySelector("input:invalid") === field) field.focus()
  }

  return (
    <>
      <Input
        ref={input}
        id={id}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={left && problem ? wordsId : undefined}
        inputMode="numeric"
        placeholder="ngày/tháng/năm"
        value={text}
        onBlur={() => setLeft(true)}
        onInvalid={refuse}
        onChange={(event) => {
          setText(event.target.value)
          onChange(dayProblem(event.target.value, { min, max }) === null ? dayOf(event.target.value)! : "")
        }}
      />
      {left && problem ? <Text id={wordsId} role="alert" size="small" className="mt-1 text-ui-fg-error">{problem}</Text> : null}
    </>
  )
}
