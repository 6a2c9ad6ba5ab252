import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { newlyCanceled, nothingLeft, shareOf, type CanceledLine, type OrderedLine } from "./canceled-share"

const line = (id: string, quantity: number, totalVnd: number): OrderedLine => ({ id, title: id, quantity, totalVnd })
const sum = (lines: CanceledLine[]) => lines.reduce((total, { amount_vnd }) => total + amount_vnd, 0)

const anyLine = fc.record({ quantity: fc.integer({ min: 1, max: 60 }), totalVnd: fc.integer({ min: 0, max: 900_000_000 }) })
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 6 }).map((lines) => lines.map(({ quantity, totalVnd }, index) => line(`l${index}`, quantity, totalVnd)))
/** Orders with several rounds of "keep so many", in any order of size. */
const anyRounds = anyLines.chain((lines) =>
  fc.tuple(fc.constant(lines), fc.array(fc.tuple(...lines.map((l) => fc.integer({ min: 0, max: l.quantity }))), { minLength: 1, maxLength: 5 })),
)

describe("what a cancelled part of a line costs", () => {
  test("a third of a hundred thousand is rounded, and the three thirds are the whole", () => {
    const che = line("che", 3, 100_000)
    expect([1, 2, 3].map((n) => shareOf(che, n))).toEqual([33_333, 66_667, 100_000])
  })

  test("a line that cost nothing gives nothing back", () => {
    expect(newlyCanceled([line("qua", 2, 0)], [], [{ id: "qua", quantity: 0 }])).toEqual([{ id: "qua", title: "qua", quantity: 2, amount_vnd: 0 }])
  })

  test("lines that are not named, or named with more than was ordered, stay", () => {
    expect(newlyCanceled([line("a", 2, 10), line("b", 1, 5)], [], [{ id: "a", quantity: 9 }])).toEqual([])
  })

  test("what is cancelled does not come back", () => {
    const lines = [line("a", 4, 100)]
    const first = newlyCanceled(lines, [], [{ id: "a", quantity: 1 }])
    expect(newlyCanceled(lines, first, [{ id: "a", quantity: 4 }])).toEqual([])
  })

  test("bit by bit is at once, to the đồng; never more than the lines came to; never less than nothing", () => {
    fc.assert(
      fc.property(anyRounds, ([lines, rounds]) => {
        let canceled: CanceledLine[] = []
        for (const round of rounds) {
          const more = newlyCanceled(lines, canceled, lines.map((l, index) => ({ id: l.id, quantity: round[index]! })))
          expect(more.every((entry) => entry.quantity > 0 && entry.amount_vnd >= 0)).toBe(true)
          canceled = [...canceled, ...more]
        }
        const least = lines.map((l, index) => ({ id: l.id, quantity: Math.min(...rounds.map((round) => round[index]!)) }))
        expect(sum(canceled)).toBe(sum(newlyCanceled(lines, [], least)))
        expect(sum(canceled)).toBeLessThanOrEqual(lines.reduce((total, l) => total + l.totalVnd, 0))
      }),
    )
  })

  test("everything cancelled gives back everything, and nothing is left", () => {
    fc.assert(
      fc.property(anyRounds, ([lines, [first]]) => {
        const part = newlyCanceled(lines, [], lines.map((l, index) => ({ id: l.id, quantity: first![index]! })))
        const rest = newlyCanceled(lines, part, lines.map((l) => ({ id: l.id, quantity: 0 })))
        expect(sum([...part, ...rest])).toBe(lines.reduce((total, l) => total + l.totalVnd, 0))
        expect(nothingLeft(lines, [...part, ...rest])).toBe(true)
        expect(nothingLeft(lines, part)).toBe(rest.length === 0)
      }),
    )
  })
})
