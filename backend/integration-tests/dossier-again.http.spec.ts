import { describe, expect, test } from "vitest"
import { todayInVietNam } from "./support/days"
import { best, cappedAtFour, DAY, fourStars, openProcedure, unique } from "./support/dossiers"

const MINUTES = 60_000
const daysFrom = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const { p, criteria } = await openProcedure()

test("a recognised product is upgraded once at a time, and rated anew in its window only", async () => {
  const first = await p.complete(unique("Chè nâng hạng"))
  await p.advised(first.id)
  await p.rated(first.id, fourStars(criteria))
  const ocop_product_id = (await p.act("province", first.id, "recognise", { decision_no: "326/QĐ-UBND", decided_on: DAY })).recognition?.ocop_product_id
  const options = (await p.ask("producer", "GET", "/dossiers/options")).body as unknown as { products: { ocop_product_id: string; may: string[] }[] }
  expect(options.products.find((one) => one.ocop_product_id === ocop_product_id)?.may).toEqual(["upgrade", "re_rating"])
  expect(await p.ask("otherProducer", "POST", "/dossiers", { kind: "upgrade", product_set_no: 11, ocop_product_id })).toMatchObject({ status: 409, body: { code: "dossier.not_your_product" } })

  const upgrade = await p.complete(unique("Chè lên hạng"), { kind: "upgrade", ocop_product_id })
  expect(await p.ask("producer", "POST", "/dossiers", { kind: "re_rating", product_set_no: 11, ocop_product_id })).toMatchObject({ status: 409, body: { code: "dossier.already_open", dossier_id: upgrade.id } })
  expect(upgrade.missing.map(({ field }) => field)).toEqual(["form.changes"])
  await p.ask("producer", "POST", `/dossiers/${upgrade.id}`, { version: upgrade.version, form: { changes: "Bao bì và vùng nguyên liệu mới" } })
  await p.advised(upgrade.id)
  await p.rated(upgrade.id, cappedAtFour(criteria))
  // The register holds one certificate of a day: the second of the same day is refused, and the dossier is where it was.
  const refused = await p.tryAct("province", upgrade.id, "recognise", { decision_no: "327/QĐ-UBND", decided_on: DAY })
  expect(refused).toMatchObject({ status: 409, body: { code: "ocop.already_recognised" } })
  const put = await p.see("province", upgrade.id)
  expect(put).toMatchObject({ state: "council_scored", star: null, recognition: null })
  expect(put.events.at(-1)?.act).toBe("registration_failed")
  await p.act("province", upgrade.id, "refuse", { decided_on: DAY, note: "Đã có quyết định cùng ngày" })

  const early = await p.complete(unique("Chè đánh giá lại"), { kind: "re_rating", ocop_product_id }, { changes: "Sản lượng tăng" })
  expect(early.missing.map(({ field }) => field)).toEqual(["window"])
  expect(await p.tryAct("producer", early.id, "submit")).toMatchObject({ status: 400, body: { code: "dossier.incomplete" } })
  expect((await p.act("producer", early.id, "withdraw")).state).toBe("withdrawn")
  expect(await p.ask("commune", "GET", `/dossiers/${early.id}`)).toMatchObject({ status: 404 })
}, 6 * MINUTES)

describe("a product recognised earlier", () => {
  /** Recognised with four stars on `day`, which may lie back: the papers of the time are entered later. */
  async function recognisedOn(day: string): Promise<{ name: string; ocop_product_id: string; product_code: string }> {
    const name = unique("Chè đã công nhận")
    const { id } = await p.complete(name)
    await p.advised(id)
    await p.rated(id, fourStars(criteria), "province", day)
    expect(await p.tryAct("province", id, "recognise", { decision_no: "1", decided_on: daysFrom(day, -1) })).toMatchObject({ status: 400, body: { code: "dossier.date_impossible" } })
    const { recognition } = await p.act("province", id, "recognise", { decision_no: "11/QĐ-UBND", decided_on: day })
    if (!recognition) throw new Error("nothing registered")
    return { name, ...recognition }
  }

  test("is upgraded: what changed is said, the new decision takes the old one's place", async () => {
    const { ocop_product_id, product_code } = await recognisedOn(daysFrom(DAY, -100))
    const { id } = await p.complete(unique("Chè lên hạng"), { kind: "upgrade", ocop_product_id }, { changes: "Có mã truy xuất" })
    await p.advised(id)
    await p.rated(id, best(criteria))
    await p.act("province", id, "approve_potential_5", { decision_no: "12/QĐ-UBND", decided_on: DAY })
    await p.act("province", id, "send_to_ministry", { letter_no: "13/UBND", letter_date: DAY, samples: 5 })
    await p.rated(id, best(criteria), "ministry")
    const { recognition } = await p.act("ministry", id, "recognise", { decision_no: "14/QĐ-BNNMT", decided_on: DAY })
    expect(recognition).toMatchObject({ ocop_product_id, product_code, star: 5 })
    const options = (await p.ask("producer", "GET", "/dossiers/options")).body as unknown as { products: { ocop_product_id: string; star: number; may: string[] }[] }
    expect(options.products.find((one) => one.ocop_product_id === ocop_product_id)).toMatchObject({ star: 5, may: ["re_rating"] })
  }, 6 * MINUTES)

  test("is rated anew in its window: forty-five days, in writing, the office reports itself", async () => {
    // 150 days before the end of three years: between the 180th and the 120th.
    const { ocop_product_id } = await recognisedOn(daysFrom(DAY, 150 - 1096))
    const draft = await p.complete(unique("Chè đánh giá lại"), { kind: "re_rating", ocop_product_id }, { changes: "Sản lượng tăng" })
    expect(draft).toMatchObject({ missing: [], window: { status: "open" } })
    await p.act("producer", draft.id, "submit")
    await p.act("commune", draft.id, "report", { report: { local_material: "x", local_labour: "x", idea_origin: "x", local_identity: "x" } })
    const forwarded = todayInVietNam()
    expect(await p.act("commune", draft.id, "forward", { letter_no: "1", letter_date: forwarded, samples: 5 })).toMatchObject({ deadline: { basis: "re_rating_45_days", due_on: daysFrom(forwarded, 45), days_left: 45 } })
    expect((await p.see("province", draft.id)).acts).not.toContain("open_council")
    await p.act("province", draft.id, "advise", { advice: { summary: "Không thay đổi lớn", recommendation: "put_to_council" } })
    const scored = await p.rated(draft.id, fourStars(criteria))
    expect(scored.ratings[0]).toMatchObject({ form: "written", result: { star: 4 } })
    expect(await p.act("province", draft.id, "recognise", { decision_no: "15/QĐ-UBND", decided_on: DAY })).toMatchObject({ state: "recognised", recognition: { ocop_product_id, star: 4 } })
  }, 6 * MINUTES)

  test("is rated anew too late only with the reason", async () => {
    const { ocop_product_id } = await recognisedOn(daysFrom(DAY, 60 - 1096))
    const draft = await p.complete(unique("Chè nộp muộn"), { kind: "re_rating", ocop_product_id }, { changes: "Sản lượng tăng" })
    expect(draft.missing).toEqual([{ field: "form.late_reason", message: expect.stringContaining("không quá ngày") }])
    await p.ask("producer", "POST", `/dossiers/${draft.id}`, { version: draft.version, form: { late_reason: "Thiên tai" } })
    expect((await p.act("producer", draft.id, "submit")).state).toBe("submitted")
  }, 4 * MINUTES)
})
