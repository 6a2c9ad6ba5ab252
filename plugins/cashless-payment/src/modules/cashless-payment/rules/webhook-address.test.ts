import fc from "fast-check"
import { expect, test } from "vitest"
import { isAllowedAddress, webhookUrlRefusal } from "./webhook-address"

test.each([
  "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
  "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::127.0.0.1",
])("%s is our own network: only in the sandbox", (address) => {
  expect(isAllowedAddress(address, false)).toBe(false)
  expect(isAllowedAddress(address, true)).toBe(true)
})

test.each([
  "169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::", "fe80::1", "fe80::1%eth0", "ff02::1",
  "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address", "",
])("%s is nowhere a webhook may go", (address) => {
  for (const sandbox of [false, true]) expect(isAllowedAddress(address, sandbox)).toBe(false)
})

test.each(["1.1.1.1", "113.160.0.1", "172.32.0.1", "2606:4700::1111", "2405:4800::1"])("%s is public", (address) => {
  expect(isAllowedAddress(address, false)).toBe(true)
})

test.each([
  ["https://shop.example/hooks", null],
  ["https://shop.example:8443/hooks?a=1", null],
  ["http://shop.example/hooks", "not_https"],
  ["shop.example/hooks", "not_a_url"],
  ["ftp://shop.example", "not_a_url"],
  ["javascript:alert(1)", "not_a_url"],
  ["https://user:secret@shop.example", "has_credentials"],
  [`https://shop.example/${"a".repeat(2_048)}`, "too_long"],
  ["https://localhost/hooks", "not_public"],
  ["https://localhost./hooks", "not_public"],
  ["https://db.internal", "not_public"],
  ["https://postgres", "not_public"],
  ["https://127.1/hooks", "not_public"],
  ["https://2130706433/hooks", "not_public"],
  ["https://0x7f.0.0.1/", "not_public"],
  ["https://[::ffff:10.0.0.1]/", "not_public"],
  ["https://[::1]:9000/", "not_public"],
])("in production %s is %s", (url, refusal) => {
  expect(webhookUrlRefusal(url, false)).toBe(refusal)
})

test.each([
  ["http://127.0.0.1:4242/hooks", null],
  ["http://localhost:4242/hooks", null],
  ["http://host.docker.internal:4242", null],
  ["http://169.254.169.254/latest/meta-data", "not_public"],
  ["file:///etc/passwd", "not_a_url"],
])("in the sandbox %s is %s", (url, refusal) => {
  expect(webhookUrlRefusal(url, true)).toBe(refusal)
})

test("no IPv4 address becomes allowed by writing it as IPv6", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number)
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
      for (const written of [`::ffff:${address}`, `::ffff:${hex}`]) expect(isAllowedAddress(written, false)).toBe(isAllowedAddress(address, false))
    }),
  )
})

test("any text is judged without throwing", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), fc.boolean(), (text, sandbox) => void webhookUrlRefusal(text, sandbox)))
  fc.assert(fc.property(fc.oneof(fc.string(), fc.ipV6()), (text) => void isAllowedAddress(text, false)))
})
