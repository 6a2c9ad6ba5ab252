import { Badge, Button, Input, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { adminApi, messageOf } from "../lib/admin-api"
import type { Match, RegisterEntry } from "../lib/types"

/** The answer "not a recognised OCOP product": it takes a deliberate click, as every other answer does. */
export const NONE = "none"

type Props = { matches: Match[]; value: string; onChange: (value: string) => void }

/** Which product of the OCOP register this is: what the register proposes, what the operator looks up, or none. */
export function RegisterChoice({ matches, value, onChange }: Props) {
  const [q, setQ] = useState("")
  const [found, setFound] = useState<Match[]>([])
  const known = new Set(matches.map((match) => match.ocop_product.id))
  const shown = [...matches, ...found.filter((match) => !known.has(match.ocop_product.id))]

  async function lookUp() {
    try {
      const { products } = await adminApi<{ products: (RegisterEntry & { stars: number | null })[] }>(
        `/admin/ocop/products?limit=10&q=${encodeURIComponent(q)}`,
      )
      setFound(products.map(({ stars, ...ocop_product }) => ({ ocop_product, stars, score: 0 })))
      if (products.length === 0) toast.info("Sổ bộ OCOP không có sản phẩm nào như vậy.")
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <section className="flex flex-col gap-y-3">
      <Text weight="plus">Đây là sản phẩm nào trong sổ bộ OCOP?</Text>
      <RadioGroup value={value} onValueChange={onChange}>
        {shown.map(({ ocop_product, stars }) => (
          <div key={ocop_product.id} className="flex items-start gap-x-3">
            <RadioGroup.Item value={ocop_product.id} id={`match-${ocop_product.id}`} data-testid={`match-${ocop_product.id}`} />
            <Label htmlFor={`match-${ocop_product.id}`} className="flex flex-col">
              <span className="flex items-center gap-x-2">
                {ocop_product.name}
                <Badge size="2xsmall" color={stars ? "green" : "grey"}>{stars ? `${stars} sao` : "không còn hiệu lực"}</Badge>
              </span>
              <Text size="small" className="text-ui-fg-subtle">{ocop_product.producer_name ?? "chưa rõ chủ thể"}</Text>
            </Label>
          </div>
        ))}
        <div className="flex items-start gap-x-3">
          <RadioGroup.Item value={NONE} id="match-none" data-testid="match-none" />
          <Label htmlFor="match-none">Không phải sản phẩm OCOP đã công nhận</Label>
        </div>
      </RadioGroup>
      <form
        className="flex gap-x-2"
        onSubmit={(event) => {
          event.preventDefault()
          void lookUp()
        }}
      >
        <Input size="small" value={q} onChange={(event) => setQ(event.target.value)} placeholder="Tìm trong sổ bộ" aria-label="Tìm trong sổ bộ OCOP" />
        <Button size="small" variant="secondary" type="submit" disabled={!q.trim()}>Tìm</Button>
      </form>
    </section>
  )
}
