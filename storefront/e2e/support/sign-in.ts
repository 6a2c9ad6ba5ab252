import type { Page } from "playwright-core"
import { account, readCode, type Run } from "./stack"

/**
 * Signs a seller in with phone and one-time code; the page stands on the seller's start page afterwards.
 * @param phone the demonstration's seller when left out
 */
export async function signInSeller(page: Page, run: Run, phone = account(run, "seller").login): Promise<void> {
  await signIn(page, run, "/ban-hang", phone)
}

/**
 * Signs an official in with phone and one-time code; the page stands on the overview of the area afterwards.
 * @param phone the demonstration's official when left out
 */
export async function signInOfficial(page: Page, run: Run, phone = account(run, "official").login): Promise<void> {
  await signIn(page, run, "/dieu-hanh", phone)
}

/** Signs a buyer in; the page stands on the account afterwards. */
export async function signInBuyer(page: Page, run: Run, phone: string): Promise<void> {
  await signIn(page, run, "/tai-khoan", phone)
}

/** Signs the operator in; the page stands somewhere in the Admin afterwards. */
export async function signInOperator(page: Page, run: Run): Promise<void> {
  const { login, password = "" } = account(run, "operator")
  await page.goto(`${run.admin}/login`)
  await page.locator("input[name=email]").fill(login)
  await page.locator("input[name=password]").fill(password)
  await page.locator("button[type=submit]").click()
  await page.waitForURL((url) => !url.pathname.endsWith("/login"))
}

async function signIn(page: Page, run: Run, door: string, phone: string): Promise<void> {
  await page.goto(`${run.shop}${door}`)
  const since = new Date(Date.now() - 1_000)
  await page.getByTestId("phone").fill(phone)
  const code = page.getByTestId("code")
  // A phone gets one code a minute; another spec may just have asked for one.
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await page.getByTestId("login-submit").click()
    await code.or(page.getByTestId("login-error")).first().waitFor()
    if (await code.isVisible()) break
    await page.waitForTimeout(10_000)
  }
  await code.fill(await readCode(run, phone, since))
  await page.getByTestId("login-submit").click()
  await code.waitFor({ state: "detached" })
}
