import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { fileModules } from "./files"

test("every S3 setting that .env.example names reaches the bucket's provider", () => {
  const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8")
  const names = [...new Set(example.match(/\bS3_[A-Z_]+/g))].filter((name) => name !== "S3_")
  expect(names.length).toBeGreaterThan(4)
  const options = JSON.stringify(fileModules(Object.fromEntries(names.map((name) => [name, `value-of-${name}`]))))
  for (const name of names) expect(options).toContain(`value-of-${name}`)
})
