import { Select } from "@medusajs/ui"
import { Field } from "./field"

type Props = { id?: string; label: string; options: [value: string, name: string][]; value: string; className?: string; onChange: (value: string) => void }

/** One of several. With an `id` its label stands above; without, only who listens to the page hears it. */
export function Choice({ id, label, options, value, className, onChange }: Props) {
  const select = (
    <Select value={value} onValueChange={onChange}>
      <Select.Trigger id={id} aria-label={id ? undefined : label} className={className}><Select.Value placeholder="Chọn" /></Select.Trigger>
      <Select.Content>{options.map(([key, name]) => <Select.Item key={key} value={key}>{name}</Select.Item>)}</Select.Content>
    </Select>
  )
  return id ? <Field id={id} label={label}>{select}</Field> : select
}
