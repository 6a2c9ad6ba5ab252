import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { expect } from "vitest"

/** What holds for every page of ours: readable by everyone, and no wider than the window. */
export async function checkPage(page: Page): Promise<void> {
  // What streams in behind a placeholder is the page too.
  await page.locator("h1").first().waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`), page.url()).toEqual([])
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)
}

/** KiB of JavaScript on the wire for a first visit of `url` by whoever is signed in as in `page`. */
export async function scriptKib(page: Page, url: string): Promise<number> {
  const visit = await page.context().newPage()
  const session = await visit.context().newCDPSession(visit)
  await session.send("Network.enable")
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)))
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await visit.goto(url, { waitUntil: "networkidle" })
  await visit.close()
  // None counted would be a budget that nothing can break.
  expect(bytes, url).toBeGreaterThan(50 * 1024)
  return Math.round(bytes / 1024)
}
