import { useState } from "react"

/** What is typed into a form's fields. `typed` binds a field, whose id is the form's name and its own. */
export function useTexts<T extends Record<string, string>>(form: string, empty: () => T) {
  const [texts, setTexts] = useState(empty)
  const change = (part: Partial<T>) => setTexts((before) => ({ ...before, ...part }))
  const typed = (key: keyof T & string) => ({
    id: `${form}-${key}`,
    value: texts[key],
    onChange: (event: { target: { value: string } }) => setTexts((before) => ({ ...before, [key]: event.target.value })),
  })
  return { texts, change, typed, reset: () => setTexts(empty()) }
}
