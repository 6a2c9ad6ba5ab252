import fc from "fast-check"
import { expect, test } from "vitest"
import { certificateCode, readCertificateCode } from "./certificate-code"

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 })

test("every code reads as itself, however it is written", () => {
  fc.assert(
    fc.property(bytes, (seed) => {
      const code = certificateCode(seed)
      expect(code).toMatch(/^CP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readCertificateCode(code)).toBe(code)
      expect(readCertificateCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code)
      expect(readCertificateCode(code.slice(3).replaceAll("0", "O").replaceAll("1", "l"))).toBe(code)
    }),
  )
})

test("what can't be a code is none", () => {
  for (const text of ["", "CP", "CP-7Q4K", "CP-7Q4K-9M2T-1", "Chè Đinh", "CP-7Q4U-9M2T"]) {
    expect(readCertificateCode(text)).toBeNull()
  }
})
