import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mayRecuse, quorumOf, type CouncilSeat } from "./council-quorum"
import { highestSerial, productCode, receiptNumber } from "./dossier-numbers"
import { maySee, rolesOn, type DossierActor, type DossierPlace } from "./roles-on-dossier"

const TWO_THIRDS = { quorum_members: 2, quorum_of: 3 }
const seat = fc.record({ role: fc.constantFrom("chair", "secretary", "member" as const), recused: fc.boolean(), handed_in: fc.boolean() }) as fc.Arbitrary<CouncilSeat>

describe("quorum", () => {
  test.each([
    [3, 2, true],
    [3, 1, false],
    [4, 2, false],
    [4, 3, true],
    [7, 4, false],
    [7, 5, true],
    [9, 6, true],
  ])("of %i scoring members %i sheets: %s", (of, sheets, reached) => {
    const seats = Array.from({ length: of }, (_, i): CouncilSeat => ({ role: i === 0 ? "chair" : "member", recused: false, handed_in: i < sheets }))
    expect(quorumOf([...seats, { role: "secretary", recused: false, handed_in: false }], TWO_THIRDS)).toMatchObject({ handed_in: sheets, of, reached })
  })
  test("a recused sheet never counts, and stepping out never makes closing easier", () => {
    fc.assert(fc.property(fc.array(seat, { minLength: 1, maxLength: 12 }), fc.nat(11), (seats, index) => {
      const before = quorumOf(seats, TWO_THIRDS)
      const after = quorumOf(seats.map((s, i) => (i === index ? { ...s, recused: true } : s)), TWO_THIRDS)
      expect(after.of).toBe(before.of)
      expect(after.handed_in).toBeLessThanOrEqual(before.handed_in)
      if (seats[index]) expect(after.handed_in).toBe(before.handed_in - (seats[index].role !== "secretary" && !seats[index].recused && seats[index].handed_in ? 1 : 0))
      expect(before.handed_in * 3 >= before.of * 2 && before.handed_in > 0).toBe(before.reached)
    }))
  })
  test("one of chair and secretary stays", () => {
    const seats = [{ id: "a", role: "chair" as const, recused: false }, { id: "b", role: "secretary" as const, recused: false }, { id: "c", role: "member" as const, recused: false }]
    expect(mayRecuse(seats, "a")).toBe(true)
    expect(mayRecuse(seats, "c")).toBe(true)
    expect(mayRecuse(seats.map((s) => ({ ...s, recused: s.id === "a" })), "b")).toBe(false)
    expect(mayRecuse(seats.map((s) => ({ ...s, recused: s.id === "a" })), "a")).toBe(false)
    expect(mayRecuse(seats, "nobody")).toBe(false)
  })
})

describe("numbers", () => {
  test("a receipt and a product code read as the forms print them", () => {
    expect(receiptNumber({ serial: 3, setNo: 11, provinceCode: "19", communeCode: "05503", year: 2026 })).toBe("03-11/PĐK-19-05503-2026")
    expect(productCode({ provinceCode: "19", communeCode: "05503", serial: 12, year: 2026 })).toBe("19-05503-12-2026")
  })
  test("the serial goes on from the register, whatever the year, and not from other communes or old codes", () => {
    const codes = ["19-05503-4-2025", "19-05503-11-2026", "19-05504-99-2026", "19-164-05503-70-2022", "free text", null]
    expect(highestSerial(codes, "19", "05503")).toBe(11)
    expect(highestSerial([], "19", "05503")).toBe(0)
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (serial) => {
      expect(highestSerial([productCode({ provinceCode: "19", communeCode: "05503", serial, year: 2026 })], "19", "05503")).toBe(serial)
    }))
  })
})

describe("who is what on a dossier", () => {
  const place: DossierPlace = {
    handed_in: true,
    seller_id: "sel_1",
    commune_code: "05503",
    province_code: "19",
    sent_to_ministry: false,
    consultants: ["offi_c"],
    seats: [{ official_id: "offi_m", role: "member", recused: false }, { official_id: "offi_r", role: "chair", recused: true }],
  }
  const official = (id: string, role: "commune" | "province" | "ministry" | "consultant" | "council", unit_code: string | null): DossierActor => ({ type: "official", id, name: id, role, unit_code })

  test.each([
    [{ type: "producer", id: "m", name: "", seller_id: "sel_1" } as DossierActor, ["producer"]],
    [{ type: "producer", id: "m", name: "", seller_id: "sel_2" } as DossierActor, []],
    [official("a", "commune", "05503"), ["commune"]],
    [official("a", "commune", "05504"), []],
    [official("a", "commune", "19"), []],
    [official("a", "province", "19"), ["province"]],
    [official("a", "province", "20"), []],
    [official("a", "province", null), []],
    [official("a", "ministry", null), []],
    [official("a", "council", "19"), []],
    [official("a", "consultant", "19"), []],
    [official("offi_c", "consultant", "19"), ["consultant"]],
    [official("offi_m", "council", "19"), ["member"]],
    [official("offi_m", "province", "19"), ["province", "member"]],
    [official("offi_r", "council", "19"), []],
  ])("%j is %j", (actor, roles) => {
    expect(rolesOn(actor, place)).toEqual(roles)
    expect(maySee(actor, place)).toBe(roles.length > 0)
  })
  test("a draft is its producer's alone, and the ministry sees what was sent to it", () => {
    const draft = { ...place, handed_in: false }
    for (const actor of [official("a", "province", "19"), official("offi_c", "consultant", "19"), { type: "operator", id: "u", name: "" } as DossierActor]) expect(maySee(actor, draft)).toBe(false)
    expect(maySee({ type: "producer", id: "m", name: "", seller_id: "sel_1" }, draft)).toBe(true)
    expect(rolesOn(official("a", "ministry", null), { ...place, sent_to_ministry: true })).toEqual(["ministry"])
  })
})
