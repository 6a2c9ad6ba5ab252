import { foldVietnamese } from "@cho-phien/administrative-units"

const MAX_LENGTH = 60

/** An ASCII web address from a Vietnamese name: "Chè Tân Cương, đặc biệt (200 g)" → "che-tan-cuong-dac-biet-200-g". */
export function handleFrom(name: string): string {
  const words = foldVietnamese(name).match(/[a-z0-9]+/g) ?? []
  let handle = ""
  for (const word of words) {
    const longer = handle ? `${handle}-${word}` : word
    if (longer.length > MAX_LENGTH) return handle || word.slice(0, MAX_LENGTH)
    handle = longer
  }
  return handle || "hang"
}

/** The first of `wanted`, `wanted-2`, `wanted-3` … that is not taken. */
export function freeHandle(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
