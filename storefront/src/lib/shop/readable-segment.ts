/** A piece of an address as a person reads it; one that was never valid stays as it came. */
export function readableSegment(raw: string): string {
  try {
    return decodeURIComponent(raw).normalize("NFC");
  } catch {
    return raw;
  }
}
