import { expect, test } from "vitest"
import { databaseDriverOptions } from "./database"

test("speaks plain TCP unless TLS is asked for", () => {
  expect(databaseDriverOptions({})).toMatchObject({ ssl: false, sslmode: "disable" })
  const secure = databaseDriverOptions({ DATABASE_SSL: "true" })
  expect(secure).not.toHaveProperty("ssl")
  expect(secure).not.toHaveProperty("sslmode")
})

test.each([
  [undefined, 20],
  ["", 20],
  ["40", 40],
  ["0", 20],
  ["1", 5],
  ["many", 20],
])("DATABASE_CONNECTIONS=%s gives a process %s connections at most", (given, most) => {
  for (const DATABASE_SSL of ["true", "false"]) expect(databaseDriverOptions({ DATABASE_SSL, DATABASE_CONNECTIONS: given }).pool).toEqual({ min: 2, max: most })
})
