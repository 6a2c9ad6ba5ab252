import { Input, Label, Select } from "@medusajs/ui"
import { useState } from "react"
import { listBanks } from "../../modules/cashless-payment/rules/banks"

const OTHER = "other"
const BANKS = listBanks()

type Props = { bin: string; bankName: string; onChange: (bin: string, bankName: string) => void }

/** A bank by its name; nobody knows the six digits by heart. They are asked for a bank only that the list does not have. */
export function BankChoice({ bin, bankName, onChange }: Props) {
  const [other, setOther] = useState(bin !== "" && !BANKS.some((bank) => bank.bin === bin))
  function choose(value: string) {
    setOther(value === OTHER)
    onChange(value === OTHER ? "" : value, BANKS.find((bank) => bank.bin === value)?.name ?? "")
  }
  return (
    <>
      <div>
        <Label htmlFor="desk-bank">Ngân hàng</Label>
        <Select value={other ? OTHER : bin} onValueChange={choose}>
          <Select.Trigger id="desk-bank"><Select.Value placeholder="Chọn ngân hàng" /></Select.Trigger>
          <Select.Content>
            {BANKS.map((bank) => <Select.Item key={bank.bin} value={bank.bin}>{bank.name}</Select.Item>)}
            <Select.Item value={OTHER}>Ngân hàng khác</Select.Item>
          </Select.Content>
        </Select>
      </div>
      {other ? (
        <>
          <div>
            <Label htmlFor="desk-bin">Mã ngân hàng (BIN, 6 chữ số)</Label>
            <Input id="desk-bin" inputMode="numeric" value={bin} onChange={(event) => onChange(event.target.value, bankName)} />
          </div>
          <div>
            <Label htmlFor="desk-bank-name">Tên ngân hàng</Label>
            <Input id="desk-bank-name" value={bankName} onChange={(event) => onChange(bin, event.target.value)} />
          </div>
        </>
      ) : null}
    </>
  )
}
