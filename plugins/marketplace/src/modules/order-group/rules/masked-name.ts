/** A name as much as is needed to know one's own by: the first letter of each word, "NGUYEN VAN AN" → "N. V. A.". */
export function maskedName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]!.toUpperCase()}.`)
    .join(" ")
}
