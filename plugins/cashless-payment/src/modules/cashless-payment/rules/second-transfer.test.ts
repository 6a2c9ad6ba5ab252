import { expect, test } from "vitest"
import { bookedAfterSaid, nearest, toldOfTwo, type ToldAs } from "./second-transfer"

const at = (time: string) => new Date(`2026-11-20T${time}Z`)
const told = (fields: Partial<ToldAs> = {}): ToldAs => ({ provider: "sepay", channel: "house", id: "92704", bookedAt: at("02:00:00"), ...fields })
const UUID = "0b9a7c1e-4d35-4f0e-9a57-6a1f0f2d3c4b"

test.each([
  ["by one aggregator under one id", told(), false],
  ["by one aggregator under one id, a week later", told({ bookedAt: new Date("2026-11-27T02:00:00Z") }), false],
  ["by one aggregator under two ids, in the same second", told({ id: "92705" }), true],
  ["by one aggregator's webhook as a number and its list as a UUID, with its one time", told({ id: UUID }), false],
  ["by one aggregator as a number and as a UUID, two minutes apart", told({ id: UUID, bookedAt: at("02:02:00") }), true],
  ["by two aggregators", told({ provider: "casso", id: "7" }), false],
  ["by two aggregators, one of which knows the day alone", told({ provider: "casso", id: "7", bookedAt: new Date("2026-11-19T17:00:00Z") }), false],
  ["by two aggregators, for one of which the bank's day was Monday", told({ provider: "casso", id: "7", bookedAt: new Date("2026-11-22T17:00:00Z") }), false],
  ["by two aggregators, for one of which the bank's day was the first after Tết", told({ provider: "casso", id: "7", bookedAt: new Date("2026-11-29T17:00:00Z") }), false],
  ["by two aggregators, to the second, more than a weekend apart", told({ provider: "casso", id: "7", bookedAt: new Date("2026-11-24T02:00:00Z") }), true],
  ["by two aggregators, one of which knows the day alone, two weeks apart", told({ provider: "casso", id: "7", bookedAt: new Date("2026-12-03T17:00:00Z") }), true],
  ["by two aggregators, weeks apart", told({ provider: "casso", id: "7", bookedAt: new Date("2026-12-20T02:00:00Z") }), true],
  ["by the same aggregator to the house and to the shop", told({ channel: "pwh_1", id: "5" }), false],
  ["by two payees' connections with one number", told({ channel: "pwh_1", id: "92704" }), false],
])("told %s: of two transfers is %s", (_how, other, two) => {
  expect([toldOfTwo(told(), other), toldOfTwo(other, told())]).toEqual([two, two])
})

test("what was booked days after somebody said to have it is something else; what they said late is not", () => {
  expect(bookedAfterSaid(new Date("2026-11-24T02:00:00Z"), at("02:00:00"))).toBe(true)
  expect(bookedAfterSaid(new Date("2026-11-21T02:00:00Z"), at("02:00:00"))).toBe(false)
  expect(bookedAfterSaid(new Date("2026-11-29T17:00:00Z"), at("02:00:00"))).toBe(false)
  expect(bookedAfterSaid(new Date("2026-10-01T02:00:00Z"), at("02:00:00"))).toBe(false)
})

test("of several rows the one at that bank is meant, then the one whose time is nearest", () => {
  const [here, there, unknown] = [{ bin: "970422", bookedAt: at("02:00:00") }, { bin: "970422", bookedAt: at("05:00:00") }, { bin: null, bookedAt: at("04:00:00") }]
  expect(nearest([here, there, unknown], { bin: "970422", bookedAt: at("04:01:00") })).toBe(there)
  expect(nearest([here, there, unknown], { bin: null, bookedAt: at("02:01:00") })).toBe(unknown)
  expect(nearest([], { bin: null, bookedAt: at("02:00:00") })).toBeNull()
})
