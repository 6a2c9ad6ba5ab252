import { expect, test } from "vitest"
import { listedSince } from "./listed-since"

const now = new Date("2026-11-23T03:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

test.each([
  ["asked for the first time: the last two days", null, 2],
  ["read a minute ago: the same two days and that minute", daysAgo(1 / 1440), 2 + 1 / 1440],
  ["after a week of holidays: all of it, and two days before", daysAgo(7), 9],
  ["by a server whose clock is ahead: no less", new Date(now.getTime() + 3_600_000), 2],
  ["not for half a year: not the whole past, every minute", daysAgo(180), 45],
])("%s", (_what, readAt, days) => {
  expect(listedSince(readAt, now)).toEqual(daysAgo(days))
})
