import { Button, Input, Label, Select, toast } from "@medusajs/ui"
import { useState } from "react"
import { askRegister, wordsOf } from "../lib/admin-api"
import { warningWords } from "../lib/words"

export type ActField = { name: string; label: string; type?: "text" | "date" | "url"; value?: string; choices?: Record<string, string> }

type Props = { path: string; fields: ActField[]; submit: string; danger?: boolean; onDone: () => void; toBody?: (values: Record<string, string>) => object }

/** The fields of one act and its button; what was typed stays when it is refused. */
export function ActFields({ path, fields, submit, danger = false, onDone, toBody = (values) => values }: Props) {
  const [values, setValues] = useState(Object.fromEntries(fields.map((field) => [field.name, field.value ?? ""])))
  const [busy, setBusy] = useState(false)
  const set = (name: string, value: string) => setValues((now) => ({ ...now, [name]: value }))

  async function send() {
    setBusy(true)
    try {
      const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""))
      const { warnings = [] } = await askRegister<{ warnings?: string[] }>(path, toBody(filled))
      if (warnings.length > 0) toast.warning(warnings.map(warningWords).join(" "))
      else toast.success("Đã ghi vào sổ.")
      onDone()
    } catch (error) {
      toast.error(wordsOf(error))
    }
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-y-2">
      {fields.map(({ name, label, type = "text", choices }) => (
        <div key={name} className="flex flex-col gap-y-1">
          <Label htmlFor={`${path}-${name}`} size="small">{label}</Label>
          {choices ? (
            <Select value={values[name]} onValueChange={(value) => set(name, value)}>
              <Select.Trigger id={`${path}-${name}`}><Select.Value placeholder="Chọn" /></Select.Trigger>
              <Select.Content>
                {Object.entries(choices).map(([value, words]) => <Select.Item key={value} value={value}>{words}</Select.Item>)}
              </Select.Content>
            </Select>
          ) : (
            <Input id={`${path}-${name}`} type={type} value={values[name]} onChange={(event) => set(name, event.target.value)} />
          )}
        </div>
      ))}
      <Button size="small" variant={danger ? "danger" : "secondary"} disabled={busy} onClick={() => void send()}>{submit}</Button>
    </div>
  )
}
