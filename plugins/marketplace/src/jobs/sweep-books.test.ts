import type { MedusaContainer } from "@medusajs/framework/types"
import { beforeEach, expect, test, vi } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import { OVERLAP_MS } from "../modules/ledger/rules/sweep-since"
import { sweepBooks } from "../workflows/sweep-books"
import sweepBooksJob from "./sweep-books"

vi.mock("../workflows/sweep-books", () => ({ sweepBooks: vi.fn() }))

const WHOLE_UNTIL = new Date("2026-10-01T00:00:00Z")
const noteBooksWhole = vi.fn()
const container = { resolve: (name: string) => name === LEDGER_MODULE && { booksWholeUntil: async () => WHOLE_UNTIL, noteBooksWhole } } as unknown as MedusaContainer

beforeEach(() => vi.clearAllMocks())

test("the books are looked through from where they were last whole, and are whole then until the look began", async () => {
  let begun = 0
  vi.mocked(sweepBooks).mockImplementation(async () => {
    begun = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 5))
    return { taken: 3, failed: 0 }
  })
  await sweepBooksJob(container)
  expect(sweepBooks).toHaveBeenCalledWith(container, new Date(WHOLE_UNTIL.getTime() - OVERLAP_MS.minute))
  expect(noteBooksWhole).toHaveBeenCalledOnce()
  expect((noteBooksWhole.mock.calls[0]![0] as Date).getTime(), "what came during the look is looked for again").toBeLessThanOrEqual(begun)
})

test("one fact that can't be posted keeps the mark where it is, and so does a look that breaks off", async () => {
  vi.mocked(sweepBooks).mockResolvedValueOnce({ taken: 3, failed: 1 })
  await sweepBooksJob(container)
  vi.mocked(sweepBooks).mockRejectedValueOnce(new Error("the database is away"))
  await expect(sweepBooksJob(container)).rejects.toThrow("away")
  expect(noteBooksWhole).not.toHaveBeenCalled()
})
