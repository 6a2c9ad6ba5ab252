import { chromium, type Browser } from "playwright-core"
import { browser } from "../../../scripts/lib/browser.mjs"

/** A headless Chromium. @throws Error that says how to get one when there is none */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await browser()), headless: true })
}
