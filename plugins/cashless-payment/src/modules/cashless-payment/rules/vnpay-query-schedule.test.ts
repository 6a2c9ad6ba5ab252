import fc from "fast-check"
import { expect, test } from "vitest"
import { afterSilence, countQueries, firstQueryAt, nextQueryAt, queryAfterReturn } from "./vnpay-query-schedule"

const start = new Date("2026-11-22T02:00:00Z")
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const expiresAt = at(15)
const graceSeconds = 360

test("first five minutes after the start, or two after the buyer's return", () => {
  expect(firstQueryAt(start, 120)).toEqual(at(5))
  expect(queryAfterReturn(at(3), 120)).toEqual(at(5))
})

test("then twice as long each time, at most a quarter of an hour, and an hour once nobody waits", () => {
  const pauses = [1, 2, 3, 4, 9].map((queries) => (nextQueryAt({ now: at(25), expiresAt, queries, queryAfterSeconds: 120, graceSeconds }).getTime() - at(25).getTime()) / 60_000)
  expect(pauses).toEqual([2, 4, 8, 15, 15])
  expect(nextQueryAt({ now: at(46), expiresAt, queries: 1, queryAfterSeconds: 120, graceSeconds })).toEqual(at(106))
})

test("always later than now, and never across the moment when the payment could expire", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 600 }), (minute, queries, queryAfterSeconds) => {
      const next = nextQueryAt({ now: at(minute), expiresAt, queries, queryAfterSeconds, graceSeconds })
      expect(next > at(minute)).toBe(true)
      if (minute < 21) expect(next <= at(21)).toBe(true)
    }),
  )
})

test("what silence means", () => {
  const meaning = (status: "open" | "pending" | "suspected", heard: "not_paid" | "unknown") =>
    [14, 20.9, 21, 44.9, 45, 60 * 24 * 8].map((minute) => afterSilence({ status, heard, now: at(minute), expiresAt, queries: 24, graceSeconds }))
  expect(meaning("open", "not_paid")).toEqual(["wait", "wait", "over", "over", "over", "over"])
  expect(meaning("open", "unknown")).toEqual(["wait", "wait", "wait", "wait", "release", "over"])
  expect(meaning("pending", "not_paid")).toEqual(["wait", "wait", "wait", "wait", "over", "over"])
  expect(meaning("pending", "unknown")).toEqual(["wait", "wait", "wait", "wait", "release", "over"])
  expect(meaning("suspected", "not_paid")).toEqual(Array(6).fill("wait"))
})

test("a week's silence gives up only what was asked about a day long", () => {
  const after = (days: number, queries: number) => afterSilence({ status: "open", heard: "unknown", now: at(60 * 24 * days), expiresAt, queries, graceSeconds })
  expect([after(8, 1), after(8, 23), after(6, 200), after(8, 24)]).toEqual(["release", "release", "release", "over"])
})

test("questions before a day without any no longer count", () => {
  const day = 60 * 24
  expect([countQueries(40, at(0), at(0)), countQueries(40, at(0), at(day - 1)), countQueries(40, at(0), at(day))]).toEqual([41, 41, 1])
})
