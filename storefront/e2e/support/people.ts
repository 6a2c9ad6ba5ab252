import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
import { openBrowser } from "./browser"

export const PHONE = { viewport: { width: 360, height: 740 }, locale: "vi-VN" } satisfies BrowserContextOptions
export const DESK = { viewport: { width: 1280, height: 900 }, locale: "vi-VN" } satisfies BrowserContextOptions

/** The people of a spec in one browser, none of whom sees another's cookies. */
export class People {
  private browser: Promise<Browser> | undefined
  private readonly contexts: BrowserContext[] = []

  /** @param patience for how long one act on a page may take, in milliseconds */
  constructor(private readonly patience = 20_000) {}

  /** Somebody with a device of their own, before a blank page. */
  async arrive(device: BrowserContextOptions = PHONE): Promise<Page> {
    this.browser ??= openBrowser()
    const context = await (await this.browser).newContext(device)
    this.contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(this.patience)
    return page
  }

  /** Everybody goes home. */
  async leave(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()))
    await (await this.browser)?.close()
  }
}
