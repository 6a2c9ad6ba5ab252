import { WAY_NAMES } from "../lib/payout-words"
import { Choice } from "./choice"

/** How a batch's money goes out. */
export function WayChoice({ id, ways, value, onChange }: { id: string; ways: string[]; value: string; onChange: (way: string) => void }) {
  return <Choice id={id} label="Cách chi" options={ways.map((way) => [way, WAY_NAMES[way] ?? way])} value={value} onChange={onChange} />
}
