import { expect, test } from "vitest"
import { ListError, type ListErrorCode } from "../../../aggregators/list-error"
import type { ListSource } from "./fetch-lists"
import { ListTurns } from "./list-turns"

const source = (provider: "sepay" | "casso", channel: string, readAt: Date | null = null): ListSource => ({ provider, channel, heardBy: "list", onlyAbout: null, access: { url: "", key: "", accountNumber: null }, readAt })
const payees = (provider: "sepay" | "casso", count: number) => Array.from({ length: count }, (_, index) => source(provider, `${provider}${index}`))

/** Asks like an aggregator that takes a while; `problemOf`: what stands in the way of a list. */
function asking(problemOf: (source: ListSource) => ListErrorCode | null) {
  const told: { asked: string[]; most: number } = { asked: [], most: 0 }
  let open = 0
  const ask = async (one: ListSource) => {
    told.asked.push(one.channel)
    told.most = Math.max(told.most, (open += 1))
    await new Promise((resolve) => setTimeout(resolve, 2))
    open -= 1
    const code = problemOf(one)
    return code === null ? null : new ListError(code, "x")
  }
  return { told, ask }
}

test("a few lists of an aggregator are read at once, and each of them in each round", async () => {
  const turns = new ListTurns()
  for (let round = 0; round < 2; round += 1) {
    const { told, ask } = asking(() => null)
    expect(await turns.askAll(payees("sepay", 20), ask)).toEqual([])
    expect(told.asked.toSorted()).toEqual(payees("sepay", 20).map(({ channel }) => channel).toSorted())
    expect(told.most).toBe(4)
  }
})

test("an aggregator that is away costs a round a few waits, and another's lists none", async () => {
  const { told, ask } = asking(({ provider }) => (provider === "casso" ? "http" : null))
  const waiting = await new ListTurns().askAll([...payees("casso", 100), ...payees("sepay", 20)], ask)
  expect(told.asked.slice(0, 8).filter((channel) => channel.startsWith("sepay"))).toHaveLength(4)
  expect(told.asked.filter((channel) => channel.startsWith("sepay"))).toHaveLength(20)
  expect(told.asked.filter((channel) => channel.startsWith("casso")).length).toBeLessThanOrEqual(6)
  expect(waiting.map(({ channel }) => channel).filter((channel) => told.asked.includes(channel))).toEqual([])
  expect(waiting.length + told.asked.length).toBe(120)
})

test("those that never answer keep the others of their aggregator from no more than a few rounds, and never the operator's own", async () => {
  const turns = new ListTurns()
  const lists = [...payees("casso", 30), source("casso", "house")]
  const isSilent = (channel: string) => Number(channel.slice("casso".length)) < 10
  const heard: string[] = []
  for (let round = 0; round < 8; round += 1) {
    const { told, ask } = asking(({ channel }) => (isSilent(channel) ? "http" : null))
    await turns.askAll(lists, ask)
    expect(told.asked[0]).toBe("house")
    heard.push(...told.asked)
  }
  for (const { channel } of lists) expect(heard.filter((one) => one === channel).length, channel).toBeGreaterThanOrEqual(2)
})

test("an answer that is an error is one: it stops nobody else", async () => {
  const { told, ask } = asking(({ channel }) => (channel === "sepay0" ? null : "http_401"))
  expect(await new ListTurns().askAll(payees("sepay", 20), ask)).toEqual([])
  expect(told.asked).toHaveLength(20)
})

test("after a restart those not read for longest come first", async () => {
  const { told, ask } = asking(() => null)
  const day = (count: number) => new Date(Date.UTC(2026, 10, count))
  await new ListTurns().askAll([source("sepay", "now", day(23)), source("sepay", "last week", day(16)), source("sepay", "yesterday", day(22))], ask)
  expect(told.asked).toEqual(["last week", "yesterday", "now"])
})
