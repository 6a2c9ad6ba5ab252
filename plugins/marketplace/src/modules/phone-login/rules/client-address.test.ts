import { expect, test } from "vitest"
import { clientAddress } from "./client-address"

test.each([
  ["203.0.113.7", undefined, "203.0.113.7"],
  ["::ffff:203.0.113.7", undefined, "203.0.113.7"],
  ["203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["172.18.0.5", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["127.0.0.1", "198.51.100.1, 10.0.0.3", null],
  ["127.0.0.1", "not an address", null],
  ["127.0.0.1", undefined, null],
  ["::1", undefined, null],
  ["fd00::12", "2001:db8::7", "2001:db8::7"],
  [undefined, undefined, null],
])("peer %s, forwarded for %s → %s", (peer, forwarded, expected) => expect(clientAddress(peer, forwarded)).toBe(expected))
