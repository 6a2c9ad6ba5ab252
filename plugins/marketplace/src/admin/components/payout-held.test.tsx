import { isValidElement, type ReactElement, type ReactNode } from "react"
import { beforeEach, expect, test, vi } from "vitest"

const asked = vi.hoisted(() => ({ reload: vi.fn(() => Promise.resolve()), shops: [] as string[] }))
vi.mock("@medusajs/ui", () => ({ Text: "p" }))
vi.mock("./payout-act", () => ({ PayoutAct: "button" }))
vi.mock("../lib/use-load", () => ({ useLoad: () => ({ data: { shops: asked.shops }, reload: asked.reload }) }))

import { PayoutHeld } from "./payout-held"

beforeEach(() => asked.reload.mockClear())

type Act = ReactElement<{ path: string; onDone: () => void }>

function acts(byPayos: boolean, onDone: () => void): Act[] {
  const shown = PayoutHeld({ batchId: "pob_1", byPayos, onDone })
  const children = shown ? [(shown.props as { children: ReactNode }).children].flat() : []
  return children.filter((child): child is Act => isValidElement(child) && child.type === "button")
}

test("after each of its acts the shops that are held are read again, and the page with them", () => {
  asked.shops = ["Vườn chè"]
  const shown = acts(false, () => undefined)
  expect(shown.map(({ props }) => props.path)).toEqual(["/admin/payouts/pob_1/drop-held", "/admin/payouts/pob_1/sent"])
  for (const at of shown.keys()) {
    asked.reload.mockClear()
    const onDone = vi.fn()
    acts(false, onDone)[at]!.props.onDone()
    expect(asked.reload).toHaveBeenCalledOnce()
    expect(onDone).toHaveBeenCalledOnce()
  }
  expect(acts(true, () => undefined)).toHaveLength(1)
})

test("where nobody is held it shows nothing", () => {
  asked.shops = []
  expect(acts(false, () => undefined)).toEqual([])
})
