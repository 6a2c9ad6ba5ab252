import { Button, Input, Label, Select, Switch, Text, toast } from "@medusajs/ui"
import { useEffect, useState, type FormEvent } from "react"
import { adminApi, messageOf } from "../lib/admin-api"
import { useSend } from "../lib/use-send"

type Choice = { id: string; name: string }
type Scope = "everywhere" | "province" | "seller"

/** A new decision about cash on delivery. What was typed stays when the backend refuses it. */
export function CodRuleForm({ onSaved }: { onSaved: () => void }) {
  const [scope, setScope] = useState<Scope>("everywhere")
  const [scopeId, setScopeId] = useState("")
  const [enabled, setEnabled] = useState(false)
  const [max, setMax] = useState("")
  const [reason, setReason] = useState("")
  const choices = useChoices(scope)

  const { busy, send } = useSend(save, "Đã ghi quyết định.")

  async function save() {
    const digits = max.replace(/\D/g, "")
    await adminApi("/admin/cod-rules", { scope, scope_id: scope === "everywhere" ? "" : scopeId, enabled, max_amount_vnd: digits ? Number(digits) : null, reason })
    setReason("")
    onSaved()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <form onSubmit={submit} className="grid gap-4 px-6 py-4 md:grid-cols-2">
      <div className="flex flex-col gap-1">
        <Label htmlFor="cod-scope">Phạm vi</Label>
        <Select
          value={scope}
          onValueChange={(value) => {
            setScope(value as Scope)
            setScopeId("")
          }}
        >
          <Select.Trigger id="cod-scope">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value="everywhere">Toàn chợ</Select.Item>
            <Select.Item value="province">Một tỉnh, thành phố nhận hàng</Select.Item>
            <Select.Item value="seller">Một gian hàng</Select.Item>
          </Select.Content>
        </Select>
      </div>
      {scope === "everywhere" ? <div /> : (
        <div className="flex flex-col gap-1">
          <Label htmlFor="cod-which">{scope === "province" ? "Tỉnh, thành phố" : "Gian hàng"}</Label>
          <Select value={scopeId} onValueChange={setScopeId}>
            <Select.Trigger id="cod-which">
              <Select.Value placeholder="Chọn" />
            </Select.Trigger>
            <Select.Content>
              {choices.map((choice) => (
                <Select.Item key={choice.id} value={choice.id}>
                  {choice.name}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      )}
      <div className="flex items-center gap-3">
        <Switch id="cod-enabled" checked={enabled} onCheckedChange={setEnabled} />
        <Label htmlFor="cod-enabled">{enabled ? "Mở" : "Tắt"}</Label>
      </div>
      <div className="flex flex-col gap-1">
        <Label htmlFor="cod-max">Mức cao nhất mỗi đơn (đồng, để trống nếu không giới hạn)</Label>
        <Input id="cod-max" inputMode="numeric" value={max} onChange={(event) => setMax(event.target.value)} />
      </div>
      <div className="flex flex-col gap-1 md:col-span-2">
        <Label htmlFor="cod-reason">Lý do</Label>
        <Input id="cod-reason" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div className="flex items-center gap-3 md:col-span-2">
        <Button type="submit" isLoading={busy}>
          Ghi quyết định
        </Button>
        <Text size="small" className="text-ui-fg-subtle">
          Quyết định có hiệu lực ngay. Quyết định cũ được giữ lại để xem.
        </Text>
      </div>
    </form>
  )
}

function useChoices(scope: Scope): Choice[] {
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => {
    let current = true
    setChoices([])
    if (scope === "everywhere") return
    adminApi<{ choices: Choice[] }>(`/admin/cod-rules/scopes?scope=${scope}`)
      .then((answer) => current && setChoices(answer.choices))
      .catch((error: unknown) => toast.error(messageOf(error)))
    return () => {
      current = false
    }
  }, [scope])
  return choices
}
