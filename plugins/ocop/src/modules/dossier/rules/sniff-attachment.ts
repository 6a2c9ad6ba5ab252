import { unzipSync } from "fflate"

export const ATTACHMENT_LIMITS = { fileBytes: 10 * 1024 * 1024, perDossier: 60 }

export type AttachmentType = { extension: "pdf" | "jpg" | "png" | "webp" | "docx" | "xlsx"; content_type: string }

const TYPES: Record<AttachmentType["extension"], string> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

/** What a file is, by its content and never by its name or what the browser says; null for what a dossier doesn't take. */
export function sniffAttachment(bytes: Uint8Array): AttachmentType | null {
  const extension = sniff(bytes)
  return extension && { extension, content_type: TYPES[extension] }
}

function sniff(bytes: Uint8Array): AttachmentType["extension"] | null {
  const at = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (at(0, 5) === "%PDF-") return "pdf"
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpg"
  if (bytes[0] === 0x89 && at(1, 8) === "PNG\r\n\u001a\n") return "png"
  if (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") return "webp"
  return at(0, 4) === "PK\u0003\u0004" ? sniffOffice(bytes) : null
}

/** Names are read from the directory of the archive, nothing is unpacked. A document with macros isn't taken. */
function sniffOffice(bytes: Uint8Array): "docx" | "xlsx" | null {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: (file) => (names.push(file.name), false) })
  } catch {
    return null
  }
  if (!names.includes("[Content_Types].xml") || names.some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (names.includes("word/document.xml")) return "docx"
  return names.includes("xl/workbook.xml") ? "xlsx" : null
}

/** The name to show and to download under: the last part of a path, without what a file system or a header trips over, with the true ending. */
export function safeFilename(name: string, extension: AttachmentType["extension"]): string {
  const last = name.normalize("NFC").split(/[\\/]/).pop() ?? ""
  // Control and formatting characters (a right-to-left override hides an ending) and what Windows refuses.
  const clean = last.replace(/[\p{C}<>:"|?*;]/gu, "").replace(/^[.\s]+/, "").trim()
  // By characters, not by halves of them.
  const base = [...clean.replace(/\.(pdf|jpe?g|png|webp|docx|xlsx)$/i, "")].slice(0, 120).join("").trim()
  return `${base || "tai-lieu"}.${extension}`
}
