import type { Page } from "playwright-core"
import type { Run } from "./stack"

/** Puts pieces of something into the basket from its own page. */
export async function addToCart(run: Run, page: Page, handle: string, pieces = 1): Promise<void> {
  for (let piece = 0; piece < pieces; piece += 1) {
    await page.goto(`${run.shop}/san-pham/${handle}`)
    await page.getByTestId("add-to-cart").click()
    await page.getByTestId("added-to-cart").waitFor()
  }
}

/** From a filled basket to the choice of how to pay: an address in Ba Đình, Hà Nội. */
export async function toPayment(run: Run, page: Page): Promise<void> {
  await page.goto(`${run.shop}/thanh-toan?edit=1`)
  await fillAddress(page)
}

/** Writes the address of somebody in Ba Đình and sends it; the page stands on the choice of how to pay afterwards. */
export async function fillAddress(page: Page, name = "Người mua thử"): Promise<void> {
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="phone"]').fill("0912 345 678")
  await page.locator('[name="province_code"]').selectOption("01")
  await page.locator('[name="commune_code"] option[value="00004"]').waitFor({ state: "attached" })
  await page.locator('[name="commune_code"]').selectOption("00004")
  await page.locator('[name="street"]').fill("Số 1, ngõ 2")
  await page.getByTestId("delivery-submit").click()
  await page.getByTestId("place-order").waitFor()
}
