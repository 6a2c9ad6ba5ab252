import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import lockingRedis from "@medusajs/medusa/locking-redis"
import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { underLocks } from "./under-locks"

type Locking = { execute<T>(keys: string[], work: () => Promise<T>, args: { timeout: number }): Promise<T> }

/** What the provider asks of Redis, each word after a moment on the wire. */
class Redis {
  readonly held = new Map<string, string>()
  defineCommand(): void {}
  async acquireLock(key: string, owner: string): Promise<number> {
    await sleep(Math.random() * 3)
    if (this.held.has(key)) return 0
    this.held.set(key, owner)
    return 1
  }
  async releaseLock(key: string, owner: string): Promise<number> {
    await sleep(Math.random() * 3)
    return this.held.get(key) === owner && this.held.delete(key) ? 1 : 0
  }
  extendLock = async (key: string, owner: string) => (this.held.get(key) === owner ? 1 : 0)
}

/** Medusa's own provider, on that Redis. */
function locks(redis: Redis): { container: MedusaContainer; locking: Locking } {
  const [Provider] = (lockingRedis as unknown as { services: (new (cradle: object, options: object) => Locking)[] }).services
  const locking = new Provider!({ redisClient: redis, prefix: "", logger: console }, { maximumRetryInterval: 20 })
  return { container: { resolve: (name: string) => (name === Modules.LOCKING ? locking : undefined) } as unknown as MedusaContainer, locking }
}

const CROWD = 40
const KEYS = ["place:a", "place:b", "item:a", "item:b"]

test("a crowd that wants the same places and items goes through one by one, and nobody waits for a lease to run out", async () => {
  const redis = new Redis()
  const { container } = locks(redis)
  let [inside, most, done] = [0, 0, 0]
  const work = async () => {
    most = Math.max(most, (inside += 1))
    await sleep(1)
    inside -= 1
    done += 1
  }
  await Promise.all(Array.from({ length: CROWD }, () => underLocks(container, KEYS, work, { timeout: 20 })))
  expect({ most, done, held: redis.held.size }).toEqual({ most: 1, done: CROWD, held: 0 })
}, 60_000)

test("a failure lets go of all keys, and where there is none to take the work is done at once", async () => {
  const redis = new Redis()
  const { container } = locks(redis)
  await expect(underLocks(container, KEYS, async () => Promise.reject(new Error("no stock")), { timeout: 1 })).rejects.toThrow("no stock")
  expect(redis.held.size).toBe(0)
  expect(await underLocks(container, [], async () => redis.held.size, { timeout: 1 })).toBe(0)
})
