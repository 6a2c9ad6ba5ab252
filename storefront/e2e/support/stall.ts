import type { Browser, Page } from "playwright-core"
import { asOperator } from "./operator"
import { phonePhoto } from "./phone-photo"
import { signInSeller } from "./sign-in"
import { json, type Run } from "./stack"

export interface OnSale {
  id: string
  handle: string
}

/** Something the demonstration's shop puts on sale, for a spec that has nothing else to do with a shop. Answers its handle. */
export async function someGoods(run: Run, browser: Browser, title: string, stock: number): Promise<string> {
  const context = await browser.newContext({ locale: "vi-VN" })
  try {
    const farmer = await context.newPage()
    await signInSeller(farmer, run)
    return (await putOnSale(run, farmer, title, stock)).handle
  } finally {
    await context.close()
  }
}

/** Puts something on sale: the shop signed in on `page` offers it, the operator lets it in, under no entry of the register. */
export async function putOnSale(run: Run, page: Page, title: string, stock = 5): Promise<OnSale> {
  const token = (await page.context().cookies()).find((cookie) => cookie.name === "cho_phien_seller")?.value
  const authorization = `Bearer ${token}`
  const form = new FormData()
  form.append("file", new Blob([new Uint8Array(await phonePhoto())], { type: "image/jpeg" }), "goods.jpg")
  const { media } = await json<{ media: { id: string } }>(`${run.backend}/seller/media`, { method: "POST", headers: { authorization }, body: form })
  const { listing } = await json<{ listing: OnSale }>(`${run.backend}/seller/listings`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ title, unit: "hộp", net_weight_grams: 200, price_vnd: 150_000, stock_quantity: stock, media_ids: [media.id] }),
  })
  await asOperator(run, `/listings/${listing.id}/approve`, { ocop_product_id: null, right_of_use_id: null })
  return listing
}
