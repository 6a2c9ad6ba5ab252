const TIMEOUT_MS = 15_000
const MAX_ANSWER_LENGTH = 65_536
const MAX_QR_LENGTH = 1_000

/** Asks VNPay for a QR by a signed `genqr` address; null when it gave none. Never throws, follows no redirect. */
export async function fetchVnpayQr(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept: "application/json" } })
    const text = await response.text()
    return text.length > MAX_ANSWER_LENGTH ? null : qrContent(JSON.parse(text))
  } catch {
    return null
  }
}

/** The answer `{ code: "00", message, qrcontent }`; the content is text for a QR and nothing else. */
function qrContent(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("code" in answer) || !("qrcontent" in answer)) return null
  const { code, qrcontent } = answer
  if (code !== "00" || typeof qrcontent !== "string" || qrcontent === "" || qrcontent.length > MAX_QR_LENGTH) return null
  return /^[\x20-\x7e]+$/.test(qrcontent) ? qrcontent : null
}
