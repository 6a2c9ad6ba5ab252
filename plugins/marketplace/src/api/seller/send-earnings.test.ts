import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test, vi } from "vitest"

vi.mock("../../queries/earnings", () => ({ fetchEarnings: () => Promise.reject(new Error("read")) }))
vi.mock("../require-active-member", () => ({ actingSellerId: () => "sel_1" }))

import { sendEarnings } from "./send-earnings"

async function ask(query: Record<string, string>) {
  const res = { status: vi.fn(() => res), json: vi.fn(), setHeader: vi.fn(), vary: vi.fn() }
  await sendEarnings("csv", "text/csv", () => "")({ query, headers: {} } as unknown as AuthenticatedMedusaRequest, res as unknown as MedusaResponse)
  return res
}

test("a file is the whole period: a page of it is refused by name, days are not", async () => {
  for (const name of ["limit", "offset"]) {
    const res = await ask({ from: "2026-10-01", to: "2026-10-31", [name]: "1" })
    expect(res.status).toHaveBeenCalledWith(400)
    expect(res.json).toHaveBeenCalledWith(expect.objectContaining({ code: "invalid_data", fields: { [name]: expect.any(String) as string } }))
  }
  await expect(ask({ from: "2026-10-01", to: "2026-10-31" })).rejects.toThrow("read")
})
