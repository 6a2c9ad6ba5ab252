/** What may be handed in as evidence. */
export type EvidenceType = "application/pdf" | "image/jpeg" | "image/png" | "image/webp"

/** What a file is, by its first bytes (16 are enough) and never by its name. Null for anything else. */
export function sniffEvidence(head: Uint8Array): EvidenceType | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  if (text(0, 5) === "%PDF-") return "application/pdf"
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg"
  if (head[0] === 0x89 && text(1, 8) === "PNG\r\n\x1a\n") return "image/png"
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "image/webp"
  return null
}

const EXTENSIONS: Record<EvidenceType, string> = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" }

/** A name that is safe in a header and on a disk: its ending says what the bytes are, whatever the sender called it. */
export function evidenceFileName(id: string, type: EvidenceType): string {
  return `${id}.${EXTENSIONS[type]}`
}
