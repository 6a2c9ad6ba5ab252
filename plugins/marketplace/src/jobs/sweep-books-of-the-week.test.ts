import type { MedusaContainer } from "@medusajs/framework/types"
import { beforeEach, expect, test, vi } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import { OVERLAP_MS, sweepSince } from "../modules/ledger/rules/sweep-since"
import { sweepBooks } from "../workflows/sweep-books"
import sweepBooksOfTheWeekJob from "./sweep-books-of-the-week"

vi.mock("../workflows/sweep-books", () => ({ sweepBooks: vi.fn() }))

const WHOLE_UNTIL = new Date("2026-10-01T00:00:00Z")
const WEEK_BEFORE = new Date(WHOLE_UNTIL.getTime() - OVERLAP_MS.hour)
const [noteBooksWhole, noteBooksNotWhole] = [vi.fn(), vi.fn()]
const container = { resolve: (name: string) => name === LEDGER_MODULE && { booksWholeUntil: async () => WHOLE_UNTIL, noteBooksWhole, noteBooksNotWhole } } as unknown as MedusaContainer

beforeEach(() => vi.clearAllMocks())

test("a week is looked through, and the mark is left to the look of every minute", async () => {
  vi.mocked(sweepBooks).mockResolvedValueOnce({ taken: 3, failed: 0 })
  await sweepBooksOfTheWeekJob(container)
  expect(sweepBooks).toHaveBeenCalledWith(container, WEEK_BEFORE)
  expect(noteBooksWhole).not.toHaveBeenCalled()
  expect(noteBooksNotWhole).not.toHaveBeenCalled()
})

test("what it finds and can't post is within the look of every minute from then on", async () => {
  vi.mocked(sweepBooks).mockResolvedValueOnce({ taken: 3, failed: 1 })
  await sweepBooksOfTheWeekJob(container)
  expect(noteBooksNotWhole).toHaveBeenCalledOnce()
  expect(sweepSince(noteBooksNotWhole.mock.calls[0]![0] as Date, "minute")).toEqual(WEEK_BEFORE)
})
