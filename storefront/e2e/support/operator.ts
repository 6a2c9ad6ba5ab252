import { randomInt } from "node:crypto"
import { account, json, type Run } from "./stack"

let token: Promise<string> | undefined

/** The headers of a call as the operator. */
export async function operatorHeaders(run: Run): Promise<Record<string, string>> {
  const { login, password } = account(run, "operator")
  token ??= json<{ token: string }>(`${run.backend}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: login, password }),
  }).then((answer) => answer.token)
  return { "content-type": "application/json", authorization: `Bearer ${await token}` }
}

/** Calls a route of the operator's. @throws Error with the answer when it refuses */
export async function asOperator<T>(run: Run, path: string, body: object): Promise<T> {
  return json<T>(`${run.backend}/admin${path}`, { method: "POST", headers: await operatorHeaders(run), body: JSON.stringify(body) })
}

export interface Recognised {
  id: string
  productId: string
  code: string
  name: string
}

/** A product of Tân Cương with a decision of the spec's own, 4★. */
export async function recognise(run: Run, issuedOn: string, name = `Trà nghiệm thu ${randomInt(1_000_000_000)}`): Promise<Recognised> {
  const { product } = await asOperator<{ product: { id: string } }>(run, "/ocop/products", {
    name, producer_name: "HTX nghiệm thu", producer_kind: "cooperative", commune_code: "05503", product_set_no: 11, source: "spec",
  })
  const { id, code } = await decide(run, product.id, issuedOn)
  return { id, productId: product.id, code, name }
}

export async function decide(run: Run, productId: string, issuedOn: string, star = 4): Promise<{ id: string; code: string }> {
  const decision = { star, decision_no: "45/QĐ-UBND", issued_by: "UBND tỉnh Thái Nguyên", source: "spec", issued_on: issuedOn }
  const { recognition } = await asOperator<{ recognition: { id: string; certificate_code: string } }>(run, `/ocop/products/${productId}/recognitions`, decision)
  return { id: recognition.id, code: recognition.certificate_code }
}
