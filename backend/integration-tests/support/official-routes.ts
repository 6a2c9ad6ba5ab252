import { todayInVietNam } from "./days"

/**
 * What every route below /official is asked by `official-scope.http.spec.ts`, which takes the routes from the file tree:
 * a new one without a case here makes it red. `[id]` is filled with a register product of Tân Cương.
 */
export type ScopeCase = {
  body?: object
  query?: string
  /** Who is turned away, beside everybody without an official's token: officials of another commune, of another province. */
  refused: ("commune" | "foreignCommune" | "foreignProvince")[]
  /** Nobody's area is asked for: the answer holds the official's own and nothing else, as that spec proves. */
  ownAreaOnly?: true
  /** What is asked for hangs on its own id, not on an area: what is none of theirs is refused to everybody (4xx). */
  unknownIsRefused?: true
  /** A spec that asks this route as an official of elsewhere, where it takes more than one call to do so. */
  proof?: string
}

// Today: no certificate of the register was issued later, whatever other specs have recognised.
const day = todayInVietNam()
const revoke = { ground: "other", revoked_on: day, document_no: "1/QĐ-UBND", concluded_on: day }
export const everybody: ScopeCase["refused"] = ["commune", "foreignCommune", "foreignProvince"]
export const foreigners: ScopeCase["refused"] = ["foreignCommune", "foreignProvince"]

export const CASES: Record<string, ScopeCase> = {
  "GET /official/me": { refused: [], ownAreaOnly: true },
  "GET /official/listing-rate": { query: "unit=05503", refused: foreigners },
  "GET /official/listing-rate/products": { query: "unit=05503", refused: foreigners },
  "GET /official/official-lists": { refused: ["commune", "foreignCommune"], proof: "official-lists.http.spec.ts" },
  "POST /official/official-lists": { query: `plan=${"0".repeat(64)}`, refused: ["commune", "foreignCommune"], proof: "official-lists.http.spec.ts" },
  "POST /official/official-lists/preview": { refused: ["commune", "foreignCommune"], proof: "official-lists.http.spec.ts" },
  "GET /official/official-lists/template.xlsx": { refused: ["commune", "foreignCommune"], proof: "official-lists.http.spec.ts" },
  "GET /official/communes": { refused: [], proof: "geographical-indications.http.spec.ts" },
  "GET /official/rights-of-use": { refused: [], proof: "geographical-indications.http.spec.ts" },
  "POST /official/rights-of-use": { body: {}, refused: [], proof: "geographical-indications.http.spec.ts" },
  "POST /official/rights-of-use/[id]/revoke": { body: {}, refused: [], proof: "geographical-indications.http.spec.ts" },
  "GET /official/quality-certificates": { refused: [], proof: "quality-certificates.http.spec.ts" },
  "GET /official/quality-certificates/[id]/evidence": { refused: [], proof: "quality-certificates.http.spec.ts" },
  "POST /official/quality-certificates/[id]/confirm": { body: {}, refused: [], proof: "quality-certificates.http.spec.ts" },
  "POST /official/quality-certificates/[id]/reject": { body: {}, refused: [], proof: "quality-certificates.http.spec.ts" },
  "POST /official/quality-certificates/[id]/revoke": { body: {}, refused: [], proof: "quality-certificates.http.spec.ts" },
  // Dossiers and councils are reached by their own ids; dossiers of another area are asked for in the dossiers' own spec.
  "GET /official/councils": { refused: [], ownAreaOnly: true },
  "POST /official/councils": { body: {}, refused: [], unknownIsRefused: true },
  "GET /official/councils/[id]": { refused: [], unknownIsRefused: true },
  "POST /official/councils/[id]": { body: {}, refused: [], unknownIsRefused: true },
  "GET /official/dossiers": { refused: [], ownAreaOnly: true },
  "GET /official/dossiers/[id]": { refused: [], unknownIsRefused: true },
  "POST /official/dossiers/[id]/acts": { body: { act: "submit", version: 1 }, refused: [], unknownIsRefused: true },
  "POST /official/dossiers/[id]/attachments": { refused: [], unknownIsRefused: true },
  "GET /official/dossiers/[id]/attachments/[attachment_id]": { refused: [], unknownIsRefused: true },
  "DELETE /official/dossiers/[id]/attachments/[attachment_id]": { refused: [], unknownIsRefused: true },
  "GET /official/dossiers/[id]/comparison": { refused: [], unknownIsRefused: true },
  "GET /official/dossiers/[id]/criteria": { refused: [], unknownIsRefused: true },
  "GET /official/dossiers/[id]/documents/[file]": { refused: [], unknownIsRefused: true },
  "GET /official/dossiers/[id]/sheet": { refused: [], unknownIsRefused: true },
  "POST /official/dossiers/[id]/sheet": { body: { version: 1, options: {} }, refused: [], unknownIsRefused: true },
  "GET /official/register": { query: "unit=05503", refused: foreigners },
  "GET /official/register.csv": { refused: [], ownAreaOnly: true },
  "GET /official/register.json": { refused: [], ownAreaOnly: true },
  "GET /official/register.xlsx": { refused: [], ownAreaOnly: true },
  "GET /official/register/[id]": { refused: foreigners },
  "POST /official/register/[id]/recognitions": { body: { star: 4, decision_no: "1/QĐ-UBND", issued_by: "UBND", issued_on: day }, refused: everybody },
  "POST /official/register/[id]/recognitions/[recognition_id]/revoke": { body: revoke, refused: everybody },
  "POST /official/register/[id]/recognitions/[recognition_id]/prolong": { body: { until: "2099-01-01", document_no: "1/QĐ-UBND" }, refused: foreigners },
  "POST /official/register/[id]/links": { body: { product_id: "prod_none" }, refused: foreigners },
  "POST /official/register/[id]/links/[product_id]/remove": { body: {}, refused: foreigners },
  "POST /official/register/[id]/owners": { body: { seller_id: "sel_none", evidence: "x" }, refused: foreigners },
  "POST /official/register/[id]/owners/[owner_id]/end": { body: {}, refused: foreigners },
  "POST /official/register/[id]/external-listings": { body: { url: "https://shopee.vn/pham-vi" }, refused: foreigners },
  "POST /official/register/[id]/external-listings/[external_id]/check": { body: { result: "gone" }, refused: foreigners },
  "POST /official/register/[id]/external-listings/[external_id]/remove": { body: {}, refused: foreigners },
}

/** The only addresses without a token: they hand one out. */
export const OPEN = ["POST /official/auth/code", "POST /official/auth/session"]
