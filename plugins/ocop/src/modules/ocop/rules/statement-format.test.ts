import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { checkStatement, type Statement } from "./statement"

const DOCS = resolve(__dirname, "../../../../../../docs")
const VECTORS = join(DOCS, "ocop-statement-vectors.json")
const { keys, cases } = JSON.parse(readFileSync(VECTORS, "utf8")) as {
  keys: { kid: string; x: string; retired: boolean }[]
  cases: { of: string; state: "genuine" | "tampered" | "unknown_key"; text: string; statement: Statement | null }[]
}
const document = readFileSync(join(DOCS, "ocop-statement.md"), "utf8")
const folder = mkdtempSync(join(tmpdir(), "ocop-statement-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program of the page, as whoever copies it would save it. */
function program(name: string): string {
  const [, code] = new RegExp(`\`\`\`\\w+ ${name}\n([\\s\\S]+?)\`\`\``).exec(document) ?? []
  if (!code) throw new Error(`docs/ocop-statement.md has no ${name}`)
  const file = join(folder, name)
  writeFileSync(file, code)
  return file
}

test.each(cases)("the rule's answer for $of", ({ text, state, statement }) => {
  expect(checkStatement(text, keys.map(({ kid, x, retired }) => ({ id: kid, x, retired })))).toMatchObject({ state, statement })
})

/** A program of ten lines does not insist on the one spelling; what it must never do is read other values. */
const LAX = /unused bit|another spelling/

describe("the programs of the page", () => {
  test.each(cases.filter(({ of }) => !LAX.test(of)))("check.mjs: $of", ({ text, state, statement }) => {
    const { status, stdout } = spawnSync(process.execPath, [program("check.mjs"), text, VECTORS], { encoding: "utf8" })
    expect(status).toBe(state === "genuine" ? 0 : 1)
    if (statement) expect(stdout).toContain(statement.code)
  })

  const hasOpenSsl = /^OpenSSL 3/.test(spawnSync("openssl", ["version"], { encoding: "utf8" }).stdout ?? "")
  test.skipIf(!hasOpenSsl).each(cases.filter(({ of, text }) => !LAX.test(of) && text.startsWith("CP1.")))("check.sh: $of", ({ text, state }) => {
    const [kid] = JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString()) as string[]
    const X = keys.find((key) => key.kid === kid)?.x
    if (!X) return expect(state).toBe("unknown_key")
    const { status } = spawnSync("sh", ["-e", program("check.sh")], { cwd: folder, env: { ...process.env, S: text, X } })
    expect(status === 0).toBe(state === "genuine")
  })
})
