import { beforeAll, describe, expect, test } from "vitest"
import { adminToken, officialToken, readRun, sellerToken, type Run } from "./support/people"

/** Things that programs and people send where something sensible belongs. */
const ODD_VALUES: unknown[] = [
  null,
  "",
  " ",
  "x".repeat(10_000),
  -1,
  1.5,
  1e300,
  true,
  [],
  [[]],
  {},
  { toString: "x" },
  "'; drop table product; --",
  "%00",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "Chè\u0000",
  "\ud800",
  "NaN",
]

interface Target {
  who: "anyone" | "seller" | "operator" | "official"
  method: "GET" | "POST"
  path: string
  fields: string[]
  /** Goes with every field, so that a value that is odd and allowed makes nothing another spec would meet. */
  also?: Record<string, unknown>
}

const TARGETS: Target[] = [
  { who: "anyone", method: "GET", path: "/store/search", fields: ["q", "stars", "province", "commune", "gi", "sort", "limit", "offset"] },
  { who: "anyone", method: "GET", path: "/store/administrative-units/communes", fields: ["province"] },
  { who: "anyone", method: "GET", path: "/store/administrative-units/search", fields: ["q", "limit"] },
  { who: "anyone", method: "GET", path: "/store/administrative-units/resolve", fields: ["code", "name", "district", "province"] },
  { who: "anyone", method: "POST", path: "/store/administrative-units/parse", fields: ["text"] },
  { who: "anyone", method: "POST", path: "/seller/auth/code", fields: ["phone"] },
  { who: "anyone", method: "POST", path: "/seller/auth/session", fields: ["phone", "code"] },
  { who: "anyone", method: "POST", path: "/official/auth/code", fields: ["phone"] },
  { who: "anyone", method: "POST", path: "/official/auth/session", fields: ["phone", "code"] },
  { who: "anyone", method: "POST", path: "/store/ocop/scoring-sheets/11/assess", fields: ["options"] },
  { who: "anyone", method: "GET", path: "/store/ocop/register", fields: ["q", "stars", "province", "commune", "set", "status", "sort", "limit", "offset"] },
  { who: "anyone", method: "GET", path: "/store/ocop/statement", fields: ["s", "code"] },
  { who: "anyone", method: "POST", path: "/store/carts/cart_none/delivery", fields: ["name", "phone", "province_code", "commune_code", "street", "note", "email", "buyer"] },
  { who: "anyone", method: "POST", path: "/store/carts/cart_none/place", fields: ["rail"] },
  { who: "anyone", method: "GET", path: "/store/carts/cart_none/preview", fields: [] },
  { who: "anyone", method: "GET", path: "/store/order-groups/og_none", fields: ["access_token"] },
  { who: "anyone", method: "POST", path: "/store/order-groups/og_none/vnpay", fields: ["access_token", "locale"] },
  { who: "anyone", method: "GET", path: "/store/vnpay-return", fields: ["vnp_TxnRef", "vnp_SecureHash", "vnp_Amount"] },
  { who: "anyone", method: "GET", path: "/hooks/vnpay/ipn", fields: ["vnp_TxnRef", "vnp_SecureHash", "vnp_Amount"] },
  { who: "anyone", method: "POST", path: "/hooks/sepay", fields: ["id", "content", "transferAmount"] },
  { who: "anyone", method: "POST", path: "/sandbox/bank/transfers", fields: ["payload", "account_number", "bin", "amount_vnd", "memo"] },
  { who: "anyone", method: "GET", path: "/sandbox/messages", fields: ["to"] },
  { who: "seller", method: "POST", path: "/seller/listings", fields: ["title", "unit", "net_weight_grams", "price_vnd", "stock_quantity", "media_ids", "description"] },
  { who: "seller", method: "POST", path: "/seller/listings/prod_none", fields: ["title", "price_vnd", "stock_quantity"] },
  { who: "seller", method: "POST", path: "/seller/orders/order_none/ship", fields: ["carrier", "tracking_number"] },
  { who: "seller", method: "POST", path: "/seller/media", fields: ["file"] },
  { who: "anyone", method: "GET", path: "/store/evidence", fields: ["s"] },
  { who: "anyone", method: "GET", path: "/store/certificates/CP-7Q4K-9M2T/label.png", fields: ["width"] },
  { who: "anyone", method: "GET", path: "/uploads/x", fields: ["none"] },
  { who: "seller", method: "GET", path: "/seller/dossiers", fields: ["limit", "offset"] },
  { who: "seller", method: "POST", path: "/seller/dossiers", fields: ["kind", "product_set_no", "product_name", "ocop_product_id", "listing_id"] },
  { who: "seller", method: "POST", path: "/seller/dossiers/ocopdos_none", fields: ["version", "form", "self_assessment", "product_set_no"] },
  { who: "seller", method: "POST", path: "/seller/dossiers/ocopdos_none/acts", fields: ["act", "version", "note"] },
  { who: "official", method: "GET", path: "/official/dossiers", fields: ["state", "kind", "commune", "overdue", "mine", "q", "limit", "offset"] },
  { who: "official", method: "POST", path: "/official/dossiers/ocopdos_none/acts", fields: ["act", "version", "report", "consultants", "minutes"] },
  { who: "official", method: "POST", path: "/official/dossiers/ocopdos_none/sheet", fields: ["version", "options", "comments", "general_comment", "hand_in"] },
  { who: "official", method: "POST", path: "/official/councils", fields: ["name", "decision_no", "decided_on", "members"] },
  { who: "operator", method: "GET", path: "/admin/listings", fields: ["status", "limit", "offset"] },
  { who: "operator", method: "POST", path: "/admin/listings/prod_none/approve", fields: ["ocop_product_id", "right_of_use_id"] },
  { who: "operator", method: "POST", path: "/admin/listings/prod_none/reject", fields: ["reason"] },
  { who: "seller", method: "GET", path: "/seller/earnings", fields: ["from", "to"] },
  { who: "operator", method: "GET", path: "/admin/ledger/accounts", fields: ["seller_id", "day"] },
  { who: "operator", method: "GET", path: "/admin/ledger/journals", fields: ["seller_id", "order_id", "kind", "from", "to", "limit", "offset"] },
  { who: "operator", method: "POST", path: "/admin/ledger/adjustments", fields: ["reference", "reason", "entries"] },
  { who: "operator", method: "GET", path: "/admin/ledger/adjustments", fields: ["state", "limit", "offset"] },
  { who: "operator", method: "POST", path: "/admin/ledger/adjustments/ladj_none/approve", fields: ["note"] },
  { who: "operator", method: "POST", path: "/admin/ledger/bank-fees", fields: ["reference", "day", "fee_vnd", "note"] },
  { who: "operator", method: "POST", path: "/admin/ledger/settlements", fields: ["reference", "day", "gross_vnd", "fee_vnd"] },
  { who: "operator", method: "POST", path: "/admin/commission-rules", fields: ["name", "seller_ids", "product_sets", "rate_bps", "valid_from"] },
  { who: "operator", method: "POST", path: "/admin/commission-rules/cmr_none/end", fields: ["valid_to"] },
  { who: "operator", method: "POST", path: "/admin/tax-rules", fields: ["seller_kinds", "rails", "mode", "valid_from"] },
  { who: "operator", method: "POST", path: "/admin/payouts", fields: ["reason", "way", "seller_ids"], also: { seller_ids: ["sel_none"] } },
  { who: "operator", method: "POST", path: "/admin/payouts/pob_none/approve", fields: ["note"] },
  { who: "operator", method: "POST", path: "/admin/payouts/lines/pol_none/paid", fields: ["bank_reference", "note"] },
  { who: "operator", method: "POST", path: "/admin/payouts/statement", fields: ["file"] },
  { who: "operator", method: "POST", path: "/admin/payouts/accounts", fields: ["seller_id", "note"] },
  { who: "operator", method: "POST", path: "/admin/reconciliation/days/2026-02-30/run", fields: ["day"] },
  { who: "operator", method: "GET", path: "/admin/ocop/products", fields: ["q", "limit"] },
  { who: "operator", method: "POST", path: "/admin/ocop/products/ocop_none/recognitions", fields: ["star", "decision_no", "issued_by", "issued_on", "expires_on"] },
  { who: "operator", method: "POST", path: "/admin/ocop/products/ocop_none/recognitions/ocoprec_none/revoke", fields: ["ground", "revoked_on", "concluded_on", "document_no", "reason"] },
  { who: "operator", method: "POST", path: "/admin/ocop/products/ocop_none/external-listings", fields: ["url", "evidence", "checked"] },
  { who: "seller", method: "POST", path: "/seller/listings/prod_none/register-match", fields: ["ocop_product_id"] },
  { who: "seller", method: "POST", path: "/seller/register/ocop_none/external-listings", fields: ["url", "evidence"] },
  { who: "official", method: "GET", path: "/official/register", fields: ["q", "stars", "status", "commune", "listed", "expiring_within", "sort", "unit", "limit", "offset"] },
  { who: "official", method: "GET", path: "/official/register.json", fields: ["q", "stars", "sort", "profile"] },
  { who: "official", method: "POST", path: "/official/register/ocop_none/recognitions", fields: ["star", "issued_on"] },
  { who: "official", method: "POST", path: "/official/register/ocop_none/links", fields: ["product_id"] },
  { who: "official", method: "POST", path: "/official/register/ocop_none/owners", fields: ["seller_id", "evidence"] },
  { who: "official", method: "GET", path: "/official/listing-rate", fields: ["unit"] },
  { who: "official", method: "GET", path: "/official/listing-rate/products", fields: ["unit", "listed", "stars", "limit", "offset"] },
]

describe("bad input gets a clear refusal, never a 500", () => {
  let run: Run
  const tokens: Record<Target["who"], string | null> = { anyone: null, seller: null, operator: null, official: null }

  beforeAll(async () => {
    run = readRun()
    tokens.seller = await sellerToken(run)
    tokens.operator = await adminToken(run)
    tokens.official = await officialToken(run)
  })

  async function send(target: Target, query: string, body: string | undefined): Promise<Response> {
    const token = tokens[target.who]
    return fetch(`${run.backend}${target.path}${query}`, {
      method: target.method,
      headers: {
        "x-publishable-api-key": run.publishable_key,
        "content-type": "application/json",
        "accept-language": "vi",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body,
    })
  }

  async function expectNoFault(target: Target, response: Response, sent: string): Promise<void> {
    const text = await response.text()
    expect(response.status, `${target.method} ${target.path} with ${sent.slice(0, 120)} → ${response.status} ${text.slice(0, 300)}`).toBeLessThan(500)
  }

  test.each(TARGETS.map((target) => [`${target.method} ${target.path}`, target] as const))("%s", async (_, target) => {
    for (const field of target.fields.length > 0 ? target.fields : ["none"])
      for (const value of ODD_VALUES) {
        if (target.method === "GET") {
          const query = `?${field}=${encodeURIComponent(safeText(value))}`
          await expectNoFault(target, await send(target, query, undefined), query)
        } else {
          const body = JSON.stringify({ ...target.also, [field]: value })
          await expectNoFault(target, await send(target, "", body), body)
        }
      }
    if (target.method === "POST")
      for (const body of ["", "{", "[]", "null", '"x"', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}'])
        await expectNoFault(target, await send(target, "", body), body)
    else for (const query of ["?limit=1&limit=2", "?q[a]=1", "?q[]=1", "?__proto__[a]=1"]) await expectNoFault(target, await send(target, query, undefined), query)
  })

  test("the sentence is in the reader's language, the code the same for all", async () => {
    const answers = await Promise.all(
      ["vi", "en"].map(async (language) => {
        const response = await fetch(`${run.backend}/store/search?limit=0`, {
          headers: { "x-publishable-api-key": run.publishable_key, "accept-language": language },
        })
        expect(response.status).toBe(400)
        return (await response.json()) as { code: string; message: string; fields: Record<string, string> }
      }),
    )
    expect(answers[0]?.code).toBe(answers[1]?.code)
    expect(answers[0]?.message).not.toBe(answers[1]?.message)
    expect(Object.keys(answers[0]?.fields ?? {})).toEqual(["limit"])
  })

  test("a listing with a field for stars is refused", async () => {
    const target = TARGETS.find((candidate) => candidate.path === "/seller/listings") as Target
    const response = await send(target, "", JSON.stringify({ title: "Chè", unit: "hộp", price_vnd: 1000, stock_quantity: 1, media_ids: ["x"], stars: 5 }))
    expect(response.status).toBe(400)
    const { fields } = (await response.json()) as { fields: Record<string, string> }
    expect(fields).toHaveProperty("stars")
  })
})

/** encodeURIComponent refuses a lone surrogate, as a browser would. */
function safeText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.replace(/[\ud800-\udfff]/g, "?")
}

test("Medusa's own routes, and ids in paths, refuse what Postgres can't store", async () => {
  const run = readRun()
  const headers = { "x-publishable-api-key": run.publishable_key, "content-type": "application/json" }
  for (const path of ["/store/carts/%00", "/store/products/%00", "/store/products?q=%00", "/payment-instructions/%00/x"]) {
    expect((await fetch(`${run.backend}${path}`, { headers })).status, path).toBe(400)
  }
  for (const note of ["a\u0000b", "a\ud800b"]) {
    const response = await fetch(`${run.backend}/store/carts`, { method: "POST", headers, body: JSON.stringify({ metadata: { note } }) })
    expect(response.status, JSON.stringify(note)).toBe(400)
    expect(await response.json()).toMatchObject({ code: "request_unreadable", message: "Yêu cầu có ký tự không lưu được." })
  }
})
