import { Select } from "@medusajs/ui"
import { WAY_NAMES } from "../lib/payout-words"
import { Field } from "./field"

/** How a batch's money goes out. */
export function WayChoice({ id, ways, value, onChange }: { id: string; ways: string[]; value: string; onChange: (way: string) => void }) {
  return (
    <Field id={id} label="Cách chi">
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}><Select.Value /></Select.Trigger>
        <Select.Content>{ways.map((way) => <Select.Item key={way} value={way}>{WAY_NAMES[way] ?? way}</Select.Item>)}</Select.Content>
      </Select>
    </Field>
  )
}
