import { beforeAll, describe, expect, test } from "vitest"
import { readRun, type Run } from "./support/people"

describe("administrative units over HTTP", () => {
  let run: Run

  beforeAll(() => {
    run = readRun()
  })

  async function ask<T>(path: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: T }> {
    const headers = { "x-publishable-api-key": run.publishable_key, "content-type": "application/json", ...init.headers }
    const response = await fetch(`${run.backend}/store/administrative-units${path}`, { ...init, headers })
    return { status: response.status, headers: response.headers, body: (await response.json()) as T }
  }

  interface Unit {
    code: string
    full_name: string
  }
  interface Parsed {
    address: { confidence: string; commune: Unit | null; province: Unit | null; candidates: (Unit & { parent: Unit })[]; rest: string; phone: string | null }
  }
  const parse = (text: unknown, headers = {}) => ask<Parsed>("/parse", { method: "POST", body: JSON.stringify({ text }), headers })

  test("a written address is understood, and never kept in a cache", async () => {
    const { status, headers, body } = await parse("xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên, 0912 345 678")
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(body.address).toMatchObject({
      confidence: "exact",
      commune: { code: "05503", full_name: "Xã Tân Cương" },
      province: { code: "19", full_name: "Tỉnh Thái Nguyên" },
      rest: "xóm Hồng Thái 2",
      phone: "0912345678",
    })
  })

  test("an old name says what it became, a divided one all it can be, an unknown one nothing", async () => {
    expect((await parse("xa phuc triu, tp thai nguyen")).body.address).toMatchObject({ confidence: "resolved", commune: { code: "05488" } })
    const { address } = (await parse("Phường Ngọc Hà, quận Ba Đình, Hà Nội")).body
    expect(address).toMatchObject({ confidence: "ambiguous", commune: null, province: { code: "01" } })
    expect(address.candidates.map(({ full_name }) => full_name).sort()).toEqual(["Phường Ba Đình", "Phường Ngọc Hà"])
    expect((await parse("không có ở đâu cả")).body.address).toMatchObject({ confidence: "none", commune: null, candidates: [] })
  })

  test("too long, empty or no text is refused in the reader's language", async () => {
    const long = await ask<{ fields: Record<string, string> }>("/parse", { method: "POST", body: JSON.stringify({ text: "x".repeat(301) }) })
    expect([long.status, long.body.fields.text]).toEqual([400, "Không quá 300 ký tự."])
    const english = await ask<{ fields: Record<string, string> }>("/parse", { method: "POST", body: "{}", headers: { "accept-language": "en" } })
    expect([english.status, english.body.fields.text]).toEqual([400, "This is required."])
    expect((await parse("   ")).status).toBe(400)
    expect((await ask("/parse", { method: "POST", body: JSON.stringify({ text: "Tân Cương", extra: 1 }) })).status).toBe(400)
  })

  test("old communes are asked by name or by code", async () => {
    interface Answers {
      answers: { old_commune: string; certain: boolean; units: (Unit & { change: string })[] }[]
    }
    const byName = await ask<Answers>(`/resolve?name=${encodeURIComponent("xã Phúc Xuân")}&province=${encodeURIComponent("thái nguyên")}`)
    expect(byName.body.answers).toMatchObject([{ old_commune: "Xã Phúc Xuân", certain: true, units: [{ code: "05488" }] }])
    const divided = await ask<Answers>("/resolve?code=00016")
    expect(divided.body.answers[0]).toMatchObject({ old_commune: "Phường Ngọc Hà", certain: false })
    expect(divided.body.answers[0]?.units.every(({ change }) => change === "ambiguous")).toBe(true)
    expect(divided.body.answers[0]?.units.length).toBeGreaterThan(1)
    expect((await ask<Answers>("/resolve?name=khongcogi")).body.answers).toEqual([])
    const neither = await ask<{ fields: Record<string, string> }>("/resolve?district=x")
    expect([neither.status, neither.body.fields.name]).toEqual([400, "Cần tên xã cũ, hoặc mã xã cũ, một trong hai."])
  })

  test("a province names the provinces it took over and has its point", async () => {
    const { body } = await ask<{ units: { code: string; former_names: string[]; latitude: number }[] }>("/provinces")
    expect(body.units).toHaveLength(34)
    expect(body.units.find(({ code }) => code === "19")).toMatchObject({ former_names: ["Tỉnh Bắc Kạn"], latitude: expect.any(Number) })
  })
})
