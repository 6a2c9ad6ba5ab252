import { expect, test } from "vitest"
import vectors from "../../../../test/vectors/vnpay.json"
import { verifyVnpayQuery } from "./vnpay-signature"
import { vnpayOutcome } from "./vnpay-outcome"

const responseCodes = ["00", "07", "09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99", ""]
const statuses = ["00", "01", "02", "04", "05", "06", "07", "09", ""]

test("only 00 AND 00 is paid, over every pair of codes", () => {
  for (const code of responseCodes) {
    for (const status of statuses) {
      expect(vnpayOutcome(code, status) === "paid", `${code}/${status}`).toBe(code === "00" && status === "00")
    }
  }
})

test.each([
  ["07", "00", "suspected"],
  ["00", "07", "suspected"],
  ["00", "01", "pending"],
  ["00", "04", "pending"],
  ["24", "02", "failed"],
  ["00", "02", "failed"],
])("%s with status %s is %s", (code, status, outcome) => {
  expect(vnpayOutcome(code, status)).toBe(outcome)
})

test.each(vectors.ipn)("the published notice $name is judged right", ({ raw_query, paid }) => {
  const result = verifyVnpayQuery(raw_query, vectors.secret)
  if (!result.valid) throw new Error(result.reason)
  expect(vnpayOutcome(result.params.vnp_ResponseCode!, result.params.vnp_TransactionStatus!) === "paid").toBe(paid)
})
