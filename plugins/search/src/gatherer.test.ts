import { expect, test } from "vitest"
import { Gatherer } from "./gatherer"

test("what comes in one burst is worked on together, and its results are handed over once", async () => {
  const rounds: number[][] = []
  const gatherer = new Gatherer<number, string>(async (items) => {
    rounds.push(items)
    return items.map(String)
  })
  const answers = await Promise.all([1, 2, 3, 4, 5].map((item) => gatherer.take(item)))
  expect(rounds).toEqual([[1, 2, 3, 4, 5]])
  expect(answers.flat()).toEqual(["1", "2", "3", "4", "5"])
})

test("what comes while a round is worked on has the next round, never two rounds at once", async () => {
  const rounds: string[][] = []
  let later: Promise<string[]> | undefined
  const gatherer: Gatherer<string, string> = new Gatherer(async (items: string[]) => {
    rounds.push(items)
    if (rounds.length === 1) later = gatherer.take("later")
    return items
  })
  expect(await gatherer.take("first")).toEqual(["first", "later"])
  expect(await later).toEqual([])
  expect(rounds).toEqual([["first"], ["later"]])
})

test("a round that fails is told to who started it, and the next one works again", async () => {
  let broken = true
  const gatherer = new Gatherer<number, number>(async (items) => {
    if (broken) throw new Error("no database")
    return items
  })
  await expect(gatherer.take(1)).rejects.toThrow("no database")
  broken = false
  expect(await gatherer.take(2)).toEqual([2])
})
