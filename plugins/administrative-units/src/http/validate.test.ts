import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { expect, test } from "vitest"
import { ApiError, asApiError } from "./api-error"
import { readerLanguage } from "./reader-language"
import { validated } from "./validate"

const Body = z
  .object({ title: z.string().min(1).max(5), price_vnd: z.number().int().min(1000), tags: z.array(z.string()).optional() })
  .strict()

type Answer = { status: number; body: Record<string, unknown>; headers: Record<string, string> }

async function call(route: ReturnType<typeof validated>, req: Record<string, unknown>): Promise<Answer> {
  const answer: Answer = { status: 200, body: {}, headers: {} }
  const res = {
    setHeader: (name: string, value: string) => void (answer.headers[name] = value),
    vary: () => res,
    status: (status: number) => ((answer.status = status), res),
    json: (body: Record<string, unknown>) => void (answer.body = body),
  }
  await route({ headers: {}, ...req } as unknown as MedusaRequest, res as unknown as MedusaResponse)
  return answer
}

const route = validated({ body: Body }, async (_req, res, { body }) => {
  res.json({ got: body.title.length })
})

test("a right body reaches the handler", async () => {
  expect((await call(route, { body: { title: "chè", price_vnd: 1000 } })).body).toEqual({ got: 3 })
})

test("every wrong field gets a sentence, Vietnamese by default", async () => {
  const answer = await call(route, { body: { title: "", price_vnd: 5, stars: 5 } })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    type: "invalid_data",
    code: "invalid_data",
    fields: { title: "Cần điền mục này.", price_vnd: "Không được nhỏ hơn 1000.", stars: "Không có mục này." },
  })
  expect(answer.headers["Content-Language"]).toBe("vi")
})

test("and in English when the reader asks for it", async () => {
  const answer = await call(route, { headers: { "accept-language": "en-GB,en;q=0.9,vi;q=0.4" }, body: { title: 3, tags: [1] } })
  expect(answer.body.fields).toEqual({
    title: "This must be text.",
    price_vnd: "This is required.",
    "tags.0": "This must be text.",
  })
})

test("an absent body and a body of the wrong kind are refused, not crashed on", async () => {
  expect((await call(route, {})).status).toBe(400)
  expect((await call(route, { body: [] })).body.fields).toEqual({ _: "Cần là một nhóm thông tin." })
})

test("text that Postgres cannot store is refused at the edge", async () => {
  const answer = await call(route, { body: { title: "a\u0000b", price_vnd: 2000 } })
  expect(answer.status).toBe(400)
  expect(Object.keys(answer.body.fields as object)).toEqual(["title"])
})

test.each([{ title: "a\ud800b" }, { title: "\udc00" }])("half a surrogate pair is one of those: %j", async (body) => {
  const answer = await call(route, { body: { ...body, price_vnd: 2000 } })
  expect([answer.status, Object.keys(answer.body.fields as object)]).toEqual([400, ["title"]])
  expect((await call(route, { body: { title: "Ch 😀", price_vnd: 2000 } })).status).toBe(200)
})

test("a key that cannot be stored is refused like a text", async () => {
  for (const key of ["a\u0000", "\ud800"]) expect((await call(route, { body: { title: "Chè", price_vnd: 2000, [key]: 1 } })).body.fields).toEqual({ _: "Có ký tự không in được." })
})

test("a refusal of the handler keeps its status, code and details", async () => {
  const refusing = validated({}, async () => {
    throw new ApiError({
      type: "rate_limited",
      code: "seller.code_too_soon",
      message: { vi: "Chờ một chút.", en: "Wait a little." },
      details: { retry_after_seconds: 30 },
    })
  })
  const answer = await call(refusing, {})
  expect(answer.status).toBe(429)
  expect(answer.body).toEqual({ type: "rate_limited", code: "seller.code_too_soon", message: "Chờ một chút.", retry_after_seconds: 30 })
  expect(answer.headers["Retry-After"]).toBe("30")
})

test("anything else is rethrown", async () => {
  const failing = validated({}, async () => {
    throw new TypeError("a bug")
  })
  await expect(call(failing, {})).rejects.toThrow("a bug")
})

test("a refusal survives the serialisation of a workflow step", () => {
  const error = new ApiError({ type: "conflict", code: "x.y", message: { vi: "Trùng.", en: "Taken." } })
  const thawed = asApiError(JSON.parse(JSON.stringify({ ...error })))
  expect(thawed?.status).toBe(409)
  expect(asApiError({ type: "not_found", message: "plain" })).toBeNull()
})

test("the reader's language", () => {
  const of = (header?: string) => readerLanguage({ headers: { "accept-language": header } })
  expect(of(undefined)).toBe("vi")
  expect(of("fr,de;q=0.5")).toBe("vi")
  expect(of("fr, en;q=0.5")).toBe("en")
  expect(of("en;q=0.2, vi;q=0.8")).toBe("vi")
  expect(of("en;q=abc")).toBe("vi")
})
