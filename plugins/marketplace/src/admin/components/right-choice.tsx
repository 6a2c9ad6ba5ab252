import { Label, RadioGroup, Text } from "@medusajs/ui"
import type { Right } from "../lib/types"
import { NONE } from "./register-choice"

type Props = { rights: Right[]; value: string; onChange: (value: string) => void }

/** Under which of the producer's rights of use the product bears a geographical indication. */
export function RightChoice({ rights, value, onChange }: Props) {
  if (rights.length === 0) return <Text size="small" className="text-ui-fg-subtle">Người bán không có quyền sử dụng chỉ dẫn địa lý nào đang hiệu lực.</Text>
  return (
    <section className="flex flex-col gap-y-3">
      <Text weight="plus">Sản phẩm mang chỉ dẫn địa lý nào?</Text>
      <RadioGroup value={value} onValueChange={onChange}>
        {rights.map((right) => (
          <div key={right.id} className="flex items-start gap-x-3">
            <RadioGroup.Item value={right.id} id={`right-${right.id}`} data-testid={`right-${right.id}`} />
            <Label htmlFor={`right-${right.id}`} className="flex flex-col">
              {`${right.gi_name} (${right.product})${right.suggested ? " · tên hàng có vẻ phù hợp" : ""}`}
              <Text size="small" className="text-ui-fg-subtle">{`${right.document_no}, ${right.issued_by}`}</Text>
            </Label>
          </div>
        ))}
        <div className="flex items-start gap-x-3">
          <RadioGroup.Item value={NONE} id="right-none" data-testid="right-none" />
          <Label htmlFor="right-none">Không mang chỉ dẫn địa lý</Label>
        </div>
      </RadioGroup>
    </section>
  )
}
